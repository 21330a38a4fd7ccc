using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Compliance;

/// <summary>What victims got.</summary>
/// <param name="Satisfied">By question: answers of 4 or 5 ÷ answers.</param>
public sealed record VictimMeasures(Figure ToldInTime, ImmutableArray<Figure> Satisfied, Figure RestorativeOffered, Figure RestorativeTakenUp, Figure RestorativeSatisfied)
{
    public const int Questions = 3;

    /// <summary>The least answer, from 1 to 5, that counts as satisfied.</summary>
    public const int SatisfiedFrom = 4;

    private static readonly string[] Asked = ["Satisfied with how they were kept informed", "Satisfied with how they were treated", "Satisfied with what came of the case"];

    /// <summary>All of them, in the order in which they are read.</summary>
    public ImmutableArray<Figure> Shares => [ToldInTime, .. Satisfied, RestorativeOffered, RestorativeTakenUp, RestorativeSatisfied];

    public static VictimMeasures Of(IEnumerable<PersonRow> people)
    {
        var victims = people.SelectMany(person => person.Victims).ToArray();
        var told = victims.Where(one => one.ToldInTime is not null).ToArray();
        var offered = victims.Where(one => one.RestorativeOffered).ToArray();
        var asked = victims.Where(one => one.RestorativeAnswer is not null).ToArray();
        var unasked = offered.Where(one => one is { RestorativeTakenUp: true, RestorativeAnswer: null }).ToArray();
        return new(
            Figure.Share("Told in time", "victims who were told everything in time ÷ victims with a promise that was due", told.Count(one => one.ToldInTime == true), told.Length, NotYet(victims.Length - told.Length, "nothing due yet")),
            [.. Enumerable.Range(0, Questions).Select(question => SatisfiedWith(victims, question))],
            Figure.Share("Restorative justice offered", "victims to whom it was offered ÷ victims", offered.Length, victims.Length),
            Figure.Share("Restorative justice taken up", "victims who took it up ÷ victims to whom it was offered", offered.Count(one => one.RestorativeTakenUp), offered.Length),
            Figure.Share("Satisfied with restorative justice", $"answers of {SatisfiedFrom} or 5 ÷ answers", asked.Count(one => one.RestorativeAnswer >= SatisfiedFrom), asked.Length, [.. NotYet(unasked.Count(one => one is { SatisfactionDeclined: false, Satisfaction.Length: 0 }), "not asked"), .. NotYet(unasked.Count(one => one.SatisfactionDeclined), "asked, and did not wish to answer"), .. NotYet(unasked.Count(one => one is { SatisfactionDeclined: false, Satisfaction.Length: > 0 }), "left this question out")]));
    }

    private static Figure SatisfiedWith(VictimFacts[] victims, int question)
    {
        var asked = victims.Where(one => !one.Satisfaction.IsDefault && one.Satisfaction.Length > question).Select(one => one.Satisfaction[question]).ToArray();
        var (answers, declined) = (asked.Where(answer => answer > 0).ToArray(), victims.Count(one => one.SatisfactionDeclined));
        return Figure.Share(
            Asked[question],
            $"answers of {SatisfiedFrom} or 5 ÷ answers",
            answers.Count(answer => answer >= SatisfiedFrom),
            answers.Length,
            [.. NotYet(victims.Length - asked.Length - declined, "not asked"), .. NotYet(declined, "asked, and did not wish to answer"), .. NotYet(asked.Length - answers.Length, "left this question out")]);
    }

    private static ImmutableArray<Exclusion> NotYet(int people, string reason) => people == 0 ? [] : [new(reason, people)];
}

using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Compliance;

/// <summary>Warnings and breaches of those who signed.</summary>
/// <param name="Warned">With at least one warning that stood.</param>
/// <param name="ByCause">Breaches that were confirmed, the most frequent cause first.</param>
/// <param name="TimeToBreach">Days from signing to a confirmed breach; who ended otherwise is censored then, who has no end at the day given.</param>
/// <param name="DaysToDecide">Median days from proposal to decision; null when none was decided.</param>
public sealed record BreachMeasures(Figure Warned, Figure Breached, ImmutableArray<Exclusion> ByCause, KaplanMeier TimeToBreach, double? DaysToDecide)
{
    /// <param name="until">Until when running agreements are known.</param>
    public static BreachMeasures Of(IEnumerable<PersonRow> people, LocalDate until)
    {
        var signed = people.Where(person => person.Course.SignedOn is not null).Select(person => person.Course).ToArray();
        var ended = signed.Where(course => course.End is not null).ToArray();
        var breached = ended.Where(course => course.End == CourseEnd.Breached).ToArray();
        var running = signed.Length - ended.Length;
        return new(
            Figure.Share("Warned", "people with a warning that stood ÷ people who signed", signed.Count(course => course.Warnings > 0), signed.Length),
            Figure.Share("Breached", "agreements ended by a confirmed breach ÷ agreements that ended", breached.Length, ended.Length, running == 0 ? [] : [new("still running", running)]),
            ConsortArm.Sorted(breached.CountBy(course => course.BreachCause ?? "no cause recorded", StringComparer.Ordinal)),
            new(signed.Select(course => Observe(course, until)).Where(one => one.HasValue).Select(one => one!.Value)),
            Middle.Of(signed.Where(course => course is { BreachProposedOn: not null, BreachDecidedOn: not null }).Select(course => (double)Period.DaysBetween(course.BreachProposedOn!.Value, course.BreachDecidedOn!.Value))));
    }

    /// <summary>A breach on the day of signing counts as half a day.</summary>
    private static Observation? Observe(CourseFacts course, LocalDate until)
    {
        var last = course.EndedOn ?? until;
        return last < course.SignedOn ? null : new Observation(Math.Max(0.5, Period.DaysBetween(course.SignedOn!.Value, last)), course.End == CourseEnd.Breached);
    }
}

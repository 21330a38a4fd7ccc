using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Tests.Measures;

/// <summary>Made-up rows.</summary>
internal static class People
{
    public static readonly LocalDate Start = new(2023, 1, 9);
    public static readonly LocalDate Searched = new(2025, 12, 31);
    public static readonly Arms Arms = new("programme", "control");

    /// <summary>A trial with that many people an arm, of whom so many reoffended; in two strata.</summary>
    public static IEnumerable<PersonRow> Trial(int programme, int ofProgramme, int control, int ofControl) =>
        Arm("programme", programme, ofProgramme).Concat(Arm("control", control, ofControl));

    public static IEnumerable<PersonRow> Arm(string arm, int reoffended, int people) => Enumerable.Range(0, people).Select(i => new PersonRow($"{arm}-{i:000}")
    {
        Groups = new(i % 5 == 0 ? "female" : "male", OffenceGroup: i % 2 == 0 ? "theft" : null),
        Trial = new(arm, Start, i % 2 == 0 ? "medium/theft" : "medium/assault", new(arm, Start.PlusDays(3))),
        FollowUp = new(Searched) { Reoffences = i < reoffended ? [Proven(30 + i)] : [] },
    });

    public static Reoffence Proven(int day, string code = "008/06", string group = "assault") =>
        new(Start.PlusDays(day), Start.PlusDays(day + 60), ReoffenceOutcome.Conviction, code, group);
}

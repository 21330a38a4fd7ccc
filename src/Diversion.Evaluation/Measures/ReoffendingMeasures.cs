using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <summary>How many of a group reoffended, and how often.</summary>
/// <param name="Rate">People with at least one reoffence, from 0 to 1.</param>
/// <param name="PerHundred">Reoffences per hundred people (the national measure of 2008: 167.9 in 2005, target 151.1).</param>
/// <param name="PerReoffender">Reoffences a person who reoffended; no interval, since both parts vary.</param>
/// <param name="PerYearAtRisk">Reoffences a person and year out of custody.</param>
public sealed record ReoffendingMeasures(FollowedUp People, Figure Rate, Figure PerHundred, double? PerReoffender, Figure PerYearAtRisk)
{
    private const double DaysAYear = 365.25;

    public static ReoffendingMeasures Of(IEnumerable<PersonRow> people, ReoffendingRule rule, FollowUpStart start) => Of(FollowedUp.Of(people, rule, start), rule);

    public static ReoffendingMeasures Of(FollowedUp people, ReoffendingRule rule)
    {
        var (of, reoffended) = (people.Known.Length, people.Reoffended);
        var counts = new CountSummary(people.Known.Select(one => one.Answer.Counted.Length));
        var perPerson = EventsPerPerson.Of(counts);
        var years = people.Known.Sum(one => (double)one.Answer.DaysAtRisk) / DaysAYear;
        return new(
            people,
            Figure.Share("Reoffending rate", $"{rule.Name}: people with at least one reoffence ÷ people followed up", reoffended, of, people.Excluded),
            new("Reoffences per hundred people", $"{rule.Name}: reoffences × 100 ÷ people followed up", perPerson?.Why ?? "", perPerson?.Mean.Times(100), counts.Events, of) { Excluded = people.Excluded, Unit = FigureUnit.Number },
            reoffended == 0 ? null : counts.Events / (double)reoffended,
            new(
                "Reoffences a year at risk",
                $"{rule.Name}: reoffences ÷ years out of custody of the people followed up ({years:0.0} years)",
                Methods.Garwood,
                years > 0 ? PoissonRate.Garwood(counts.Events, years) : null,
                counts.Events,
                of) { Excluded = people.Excluded, Unit = FigureUnit.Number });
    }
}

using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Measures;

/// <summary>What a trial found for one outcome. Differences are programme minus control, ratios programme over control.</summary>
/// <param name="Difference">Absolute, from −1 to 1: below 0, fewer of the programme reoffended.</param>
/// <param name="Risk">Relative: below 1, fewer of the programme reoffended.</param>
/// <param name="Needed">Null when nobody was followed up in an arm.</param>
/// <param name="Rate">Reoffences of the programme over those of control, a person.</param>
/// <param name="ByStratum">Over the strata of the allocation; null when no stratum has people of both arms.</param>
/// <param name="P">Of the score test of both shares.</param>
public sealed record TrialResult(
    Basis Basis,
    ReoffendingMeasures Programme,
    ReoffendingMeasures Control,
    Figure Difference,
    Figure Risk,
    NumberNeeded? Needed,
    Figure Rate,
    MantelHaenszel? ByStratum,
    double? P)
{
    /// <summary>Empty, or what must be said beside the result.</summary>
    public string Caution => Basis == Basis.Received ? Arms.NotRandomised : "";

    public static TrialResult Of(IEnumerable<PersonRow> people, Arms arms, ReoffendingRule rule, Basis basis = Basis.Allocated)
    {
        var split = arms.Split(people, basis);
        var programme = ReoffendingMeasures.Of(split.Programme, rule, FollowUpStart.Allocation);
        var control = ReoffendingMeasures.Of(split.Control, rule, FollowUpStart.Allocation);
        var (one, two) = (Share(programme.People), Share(control.People));
        var difference = RiskDifference.Newcombe(one, two);
        var of = one.Of + two.Of;
        ImmutableArray<Exclusion> excluded =
        [
            .. programme.People.Excluded.Concat(control.People.Excluded).GroupBy(left => left.Reason, StringComparer.Ordinal)
                .OrderBy(reason => reason.Key, StringComparer.Ordinal).Select(reason => new Exclusion(reason.Key, reason.Sum(left => left.People))),
        ];
        return new(
            basis,
            programme,
            control,
            new("Absolute difference", $"{rule.Name}: rate of the programme minus rate of control", Methods.Newcombe, difference, one.Count + two.Count, of) { Unit = FigureUnit.DifferenceOfShares, Excluded = excluded },
            new("Relative risk", $"{rule.Name}: rate of the programme ÷ rate of control", Methods.Katz, RelativeRisk.Katz(one, two), one.Count + two.Count, of) { Unit = FigureUnit.Ratio, Excluded = excluded },
            difference is { } found ? NumberNeeded.From(found) : null,
            new("Rate ratio", $"{rule.Name}: reoffences a person of the programme ÷ of control", Methods.RatioOfCounts, RateRatio.OfCounts(Counts(programme.People), Counts(control.People)), programme.PerHundred.Count + control.PerHundred.Count, of) { Unit = FigureUnit.Ratio, Excluded = excluded },
            MantelHaenszel.Of(Strata(programme.People, control.People)),
            one.Of == 0 || two.Of == 0 ? null : TwoShares.Test(one, two).P);
    }

    /// <summary>How many of those followed up to the end reoffended.</summary>
    public static Proportion Share(FollowedUp people) => new(people.Reoffended, people.Known.Length);

    private static CountSummary Counts(FollowedUp people) => new(people.Known.Select(one => one.Answer.Counted.Length));

    private static IEnumerable<TwoByTwo> Strata(FollowedUp programme, FollowedUp control)
    {
        var (ones, others) = (ByStratum(programme), ByStratum(control));
        return ones.Keys.Union(others.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(stratum => new TwoByTwo(stratum, ones.GetValueOrDefault(stratum), others.GetValueOrDefault(stratum)));

        static Dictionary<string, Proportion> ByStratum(FollowedUp people) =>
            people.Known.GroupBy(one => one.Person.Trial!.Stratum, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new Proportion(group.Count(one => one.Answer.DaysToFirst is not null), group.Count()), StringComparer.Ordinal);
    }
}

using System.Globalization;
using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Reports;

/// <summary>Results in words for readers who know no statistics. Every number in them is one of the result's own, rounded.</summary>
public static class PlainWords
{
    /// <summary>"1 person has" or "12 people have".</summary>
    internal static string Count(int people, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{people:N0} {(people == 1 ? one : many)}");

    /// <summary>"Of 100 people in the programme, 35 offended again within 12 months; of 100 processed as usual, 48."</summary>
    /// <param name="result">With somebody followed up in each arm.</param>
    public static string Answer(TrialResult result, int months) =>
        $"Of 100 people whom the trial gave the programme, {OfHundred(result.Programme.Rate)} offended again within {months} months; of 100 processed as usual, {OfHundred(result.Control.Rate)}.";

    /// <summary>For a programme without a trial.</summary>
    public static string Answer(ReoffendingMeasures measures, int months) =>
        $"Of 100 people who signed an agreement, {OfHundred(measures.Rate)} offended again within {months} months.";

    /// <summary>How large the difference is, and how sure that is.</summary>
    public static string HowSure(TrialResult result)
    {
        if (result.Difference.Estimate is not { } difference)
        {
            return "";
        }

        var (lower, upper) = (difference.Interval.Lower, difference.Interval.Upper);
        var found = Hundredths(difference.Value) == 0 ? "no difference in 100 people" : $"{Fewer(difference.Value)} in every 100 people";
        return difference.Interval.Holds(0)
            ? $"That is {found}, but a difference as large as this can be chance: the trial is compatible with anything from {Fewer(lower)} to {Fewer(upper)} in 100 (95% interval). It does not show that the programme works, and it does not show that it does not."
            : $"That is {found}. Chance alone seldom makes a difference this large: the trial is compatible with {Fewer(difference.Value < 0 ? upper : lower)} to {Fewer(difference.Value < 0 ? lower : upper)} in 100 (95% interval).";
    }

    /// <summary>The same as a ratio, so that nobody mixes up the two.</summary>
    public static string Relative(TrialResult result) => result.Risk.Estimate is not { } risk
        ? ""
        : $"In relative terms the risk of offending again is {Percent(Math.Abs(1 - risk.Value))} {(risk.Value <= 1 ? "lower" : "higher")} in the programme (relative risk {FigureWords.Ratio(risk)}).";

    public static string Needed(NumberNeeded needed)
    {
        if (!double.IsFinite(needed.Value))
        {
            return "";
        }

        var people = string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(needed.Value):N0}");
        return needed.Benefit
            ? $"For one person fewer to offend again, {people} people go through the programme{(needed.OtherWay is null ? "" : "; with an interval that reaches no effect, this number means little")}."
            : $"For each {people} people who go through the programme, one more offends again{(needed.OtherWay is null ? "" : "; with an interval that reaches no effect, this number means little")}.";
    }

    private static int OfHundred(Figure rate) => rate.Estimate is { } share ? (int)Math.Round(share.Value * 100, MidpointRounding.AwayFromZero) : 0;

    private static int Hundredths(double difference) => (int)Math.Round(Math.Abs(difference) * 100, MidpointRounding.AwayFromZero);

    private static string Fewer(double difference) => (Hundredths(difference), difference) switch
    {
        (0, _) => "no difference",
        (var people, < 0) => $"{people} fewer",
        var (people, _) => $"{people} more",
    };

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}%");
}

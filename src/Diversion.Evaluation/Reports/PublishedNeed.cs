using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>How far a need goes with reoffending, as it may leave the programme.</summary>
/// <remarks>
/// A need is shown whole or not at all: if any of its four counts is small, none of them is shown. So every count that is
/// shown is 0 or at least 5, and one that is not shown is bounded by nothing but the totals. The needs share their totals and
/// nothing else: a person may have several.
/// </remarks>
/// <param name="WithAgain">People with the need who offended again.</param>
/// <param name="WithNot">People with the need who did not.</param>
/// <param name="Relation">In words, without a number.</param>
public sealed record PublishedNeed(string Pathway, PublishedCount WithAgain, PublishedCount WithNot, PublishedCount WithoutAgain, PublishedCount WithoutNot, string Relation)
{
    /// <returns>The needs that can be shown, and the names of those that cannot.</returns>
    public static (ImmutableArray<PublishedNeed> Shown, ImmutableArray<string> TooFew) Of(IEnumerable<PersonRow> people, ReoffendingRule rule)
    {
        var (shown, hidden) = (ImmutableArray.CreateBuilder<PublishedNeed>(), ImmutableArray.CreateBuilder<string>());
        foreach (var need in NeedMeasure.Of(people, rule))
        {
            int[] counts = [(int)need.With.Count, (int)(need.With.Of - need.With.Count), (int)need.Without.Count, (int)(need.Without.Of - need.Without.Count)];
            if (counts.Any(PublishedCount.IsSmall))
            {
                hidden.Add(need.Pathway);
                continue;
            }

            PublishedCount[] published = [.. counts.Select(PublishedCount.Rounded)];
            shown.Add(new(need.Pathway, published[0], published[1], published[2], published[3], Words(need)));
        }

        return (shown.ToImmutable(), hidden.ToImmutable());
    }

    private static string Words(NeedMeasure need) => need.Relative switch
    {
        { Interval.Lower: > 1 } => "more often with it",
        { Interval.Upper: < 1 } => "less often with it",
        _ => "no clear difference",
    };
}

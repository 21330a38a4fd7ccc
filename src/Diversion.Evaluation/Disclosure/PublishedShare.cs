using System.Globalization;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Disclosure;

/// <summary>A share as it may leave the programme, with the two counts that it is made of.</summary>
/// <remarks>
/// Several shares may be of the same people, or one of those whom another counts. So a share is shown whole or not at all: if
/// one of its counts is small, neither is shown. Every count shown is 0 or at least 5 and rounded, and the difference of two
/// such sums is never provably 1 to 4.
/// </remarks>
public sealed record PublishedShare(string Name, PublishedCount Yes, PublishedCount No)
{
    /// <summary>A share of fewer people would tell their number, and would say nothing.</summary>
    public const int FewestPeople = 20;

    private const string TooFew = "too few";

    /// <summary>From 0 to 1; null when it is not shown.</summary>
    public double? Value => Of(Yes, No);

    public string Words => InWords(Value);

    public static PublishedShare Of(Figure share)
    {
        var (yes, no) = ((int)share.Count, (int)(share.Of - share.Count));
        var hidden = PublishedCount.IsSmall(yes) || PublishedCount.IsSmall(no) || Of(PublishedCount.Rounded(yes), PublishedCount.Rounded(no)) is null;
        return hidden ? new(share.Name, PublishedCount.Suppressed, PublishedCount.Suppressed) : new(share.Name, PublishedCount.Rounded(yes), PublishedCount.Rounded(no));
    }

    /// <returns>Null when it would be of fewer than twenty, or of a count that is suppressed.</returns>
    internal static double? Of(PublishedCount yes, PublishedCount no) =>
        (yes, no) is ({ Value: { } did }, { Value: { } didNot }) && did + didNot >= FewestPeople ? did / (double)(did + didNot) : null;

    internal static string InWords(double? share) => share is { } known ? $"about {known.ToString("0%", CultureInfo.InvariantCulture)}" : TooFew;
}

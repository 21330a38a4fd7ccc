namespace Diversion.Evaluation.Drawings;

/// <param name="Value">From 0 on; null: it is not shown.</param>
/// <param name="Words">The value as a reader sees it, or why there is none.</param>
public sealed record Bar(string Name, double? Value, string Words)
{
    /// <summary>Where the true value is likely to be: a line over the bar.</summary>
    public Estimates.Interval? Between { get; init; }

    /// <summary>What it is compared with, drawn white under it; the same for all bars of a picture or for none.</summary>
    public (double? Value, string Words)? Other { get; init; }
}

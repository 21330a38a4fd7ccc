namespace Diversion.Evaluation.Measures;

/// <summary>In what the estimate of a figure is given.</summary>
public enum FigureUnit
{
    /// <summary>From 0 to 1.</summary>
    Share,

    /// <summary>A difference of two shares, from −1 to 1.</summary>
    DifferenceOfShares,

    /// <summary>One over another.</summary>
    Ratio,

    /// <summary>A number of what the definition names.</summary>
    Number,
}

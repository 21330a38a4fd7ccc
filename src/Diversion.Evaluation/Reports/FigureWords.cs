using System.Globalization;
using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Measures;

namespace Diversion.Evaluation.Reports;

/// <summary>Numbers of a result as text, the same wherever they are shown.</summary>
public static class FigureWords
{
    public const string NobodyToCount = "nobody to count";

    /// <summary>"35.0%".</summary>
    public static string Value(Figure figure) => figure.Estimate is { } estimate ? One(figure.Unit, estimate.Value) : NobodyToCount;

    /// <summary>"26.4% to 44.7%"; empty when there is nobody to count.</summary>
    public static string Between(Figure figure) =>
        figure.Estimate is { } estimate ? $"{One(figure.Unit, estimate.Interval.Lower)} to {One(figure.Unit, estimate.Interval.Upper)}" : "";

    /// <summary>"35.0% (26.4% to 44.7%)".</summary>
    public static string WithInterval(Figure figure) => Between(figure) is { Length: > 0 } between ? $"{Value(figure)} ({between})" : Value(figure);

    /// <summary>"35 of 100".</summary>
    public static string Counted(Figure figure) => string.Create(CultureInfo.InvariantCulture, $"{figure.Count:N0} of {figure.Of:N0}");

    public static string LeftOut(ImmutableArray<Exclusion> excluded) =>
        excluded.IsDefaultOrEmpty ? "nobody" : string.Join(", ", excluded.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Reason} {one.People:N0}")));

    /// <summary>"0.73 (0.52 to 1.02)".</summary>
    public static string Ratio(Estimate ratio) => $"{Two(ratio.Value)} ({Two(ratio.Interval.Lower)} to {Two(ratio.Interval.Upper)})";

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0}%");

    public static string Number(double value) => double.IsFinite(value) ? string.Create(CultureInfo.InvariantCulture, $"{value:#,0.0}") : "∞";

    public static string Pounds(decimal pounds) => string.Create(CultureInfo.InvariantCulture, $"{(pounds < 0 ? "−" : "")}£{Math.Abs(pounds):N0}");

    public static string P(double p) => p < 0.001 ? "p below 0.001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.000}");

    private static string One(FigureUnit unit, double value) => unit switch
    {
        FigureUnit.Share => Percent(value),
        FigureUnit.DifferenceOfShares => string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? "−" : "+")}{Math.Abs(value) * 100:0.0} points"),
        FigureUnit.Ratio => Two(value),
        _ => Number(value),
    };

    private static string Two(double value) => double.IsFinite(value) ? string.Create(CultureInfo.InvariantCulture, $"{value:0.00}") : "∞";
}

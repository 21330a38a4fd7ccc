namespace Diversion.Evaluation.Money;

/// <summary>A series of prices, to bring amounts of different years into one.</summary>
/// <param name="Source">Which series, and its date: <c>GDP deflators at market prices, HM Treasury, June 2026</c>.</param>
/// <param name="Index">By year; above 0. Only the ratio of two years counts.</param>
public sealed record Deflator(string Source, ImmutableDictionary<int, decimal> Index)
{
    /// <returns>The amount in prices of the other year, or in words why it can't be computed.</returns>
    public (decimal Pounds, string? Fault) In(int year, decimal pounds, int priceYear) =>
        year == priceYear ? (pounds, null)
        : !Index.TryGetValue(priceYear, out var from) || from <= 0 ? (0, Missing(priceYear))
        : !Index.TryGetValue(year, out var to) || to <= 0 ? (0, Missing(year))
        : (pounds * to / from, null);

    private string Missing(int year) => $"The price series ({Source}) has no value for {year}. Add it, or choose another price year.";
}

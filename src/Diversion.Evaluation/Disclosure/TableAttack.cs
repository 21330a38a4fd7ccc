namespace Diversion.Evaluation.Disclosure;

/// <summary>
/// What a hostile reader can prove from a published table: for each suppressed count, the largest value that fits all sums
/// and all roundings. One of 4 or less is proven small.
/// </summary>
/// <remarks>
/// Counts, row totals, column totals and total are a flow through a network (source, rows, columns, sink and back), each
/// edge with the bounds that its published number implies. A network with whole bounds has whole extremes, so the largest
/// flow through an edge is exactly what integer programming would find.
/// </remarks>
public static class TableAttack
{
    /// <returns>The first suppressed place that is provably 1 to 4; row or column beyond the last are margins. Null: none is.</returns>
    public static (int Row, int Column)? FirstProven(PublishedTable table)
    {
        foreach (var (place, most) in Most(table))
        {
            if (most <= PublishedCount.LargestSmall)
            {
                return place;
            }
        }

        return null;
    }

    /// <returns>Each suppressed place and the largest value that it can have, up to the first that is not small.</returns>
    /// <exception cref="InvalidOperationException">The published numbers contradict each other.</exception>
    public static IEnumerable<((int Row, int Column) Place, int Most)> Most(PublishedTable table) =>
        Most(table, null) ?? throw new InvalidOperationException("The published numbers contradict each other.");

    /// <param name="totals">Those of the columns, and last that of all, if the reader knows them.</param>
    /// <returns>Null when no table that is published so has these totals.</returns>
    internal static IEnumerable<((int Row, int Column) Place, int Most)>? Most(PublishedTable table, IReadOnlyList<int>? totals)
    {
        var columns = table.Cells[0].Length;
        var network = Network(table, table.Cells.Length, columns, totals);
        return network.MakeFeasible()
            ? table.Suppressed().Select(place => (place, network.Raise((place.Row * (columns + 1)) + place.Column, PublishedCount.LargestSmall + 1)))
            : null;
    }

    private static BoundedFlow Network(PublishedTable table, int rows, int columns, IReadOnlyList<int>? totals)
    {
        // More than anything published can add up to, but not so much that sums overflow.
        var most = 10_000 + (4 * table.Cells.SelectMany(row => row).Concat(table.RowTotals).Concat(table.ColumnTotals).Append(table.Total).Sum(count => count.Value ?? 0)) + (totals?.Sum() ?? 0);
        var (source, sink) = (rows + columns, rows + columns + 1);
        var network = new BoundedFlow(rows + columns + 2);
        foreach (var row in Enumerable.Range(0, rows + 1))
        {
            foreach (var column in Enumerable.Range(0, columns + 1))
            {
                var (from, to, count) = (row < rows, column < columns) switch
                {
                    (true, true) => (row, rows + column, table.Cells[row][column]),
                    (true, false) => (source, row, table.RowTotals[row]),
                    (false, true) => (rows + column, sink, table.ColumnTotals[column]),
                    _ => (sink, source, table.Total),
                };
                var (lower, upper) = row == rows && totals is not null ? (totals[column], totals[column]) : count.Bounds(most);
                network.Add(from, to, lower, upper);
            }
        }

        return network;
    }
}

namespace Diversion.Evaluation.Disclosure;

/// <summary>A table of counts with its margins, as it may leave the programme.</summary>
/// <param name="Cells">By row, then column.</param>
public sealed record PublishedTable(
    ImmutableArray<ImmutableArray<PublishedCount>> Cells, ImmutableArray<PublishedCount> RowTotals, ImmutableArray<PublishedCount> ColumnTotals, PublishedCount Total)
{
    /// <summary>The suppressed places; a row or column beyond the last is a margin.</summary>
    public IEnumerable<(int Row, int Column)> Suppressed()
    {
        var (rows, columns) = (Cells.Length, Cells[0].Length);
        return Enumerable.Range(0, rows + 1).SelectMany(row => Enumerable.Range(0, columns + 1).Select(column => (row, column))).Where(place => At(place).IsSuppressed);

        PublishedCount At((int Row, int Column) place) => (place.Row < rows, place.Column < columns) switch
        {
            (true, true) => Cells[place.Row][place.Column],
            (true, false) => RowTotals[place.Row],
            (false, true) => ColumnTotals[place.Column],
            _ => Total,
        };
    }
}

namespace Diversion.Evaluation.Disclosure;

/// <summary>A table of true counts with its margins: row <c>Rows</c> and column <c>Columns</c> are the totals.</summary>
internal sealed class Margins
{
    private readonly int[,] _counts;

    public Margins(IReadOnlyList<IReadOnlyList<int>> counts, int largestSide)
    {
        (Rows, Columns) = (counts.Count, counts.Count == 0 ? 0 : counts[0].Count);
        if (Rows == 0 || Columns == 0 || Rows > largestSide || Columns > largestSide || counts.Any(row => row.Count != Columns || row.Any(count => count < 0)))
        {
            throw new ArgumentException($"A table has rows of the same length, at most {largestSide} by {largestSide}, and no count below 0.", nameof(counts));
        }

        _counts = new int[Rows + 1, Columns + 1];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var count = counts[row][column];
                _counts[row, column] = count;
                _counts[row, Columns] += count;
                _counts[Rows, column] += count;
                _counts[Rows, Columns] += count;
            }
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public int this[int row, int column] => _counts[row, column];

    /// <summary>Of each column, and last of all.</summary>
    public int[] Totals() => [.. Enumerable.Range(0, Columns + 1).Select(column => _counts[Rows, column])];

    public bool IsMargin((int Row, int Column) place) => place.Row == Rows || place.Column == Columns;

    public IEnumerable<(int Row, int Column)> Places() =>
        Enumerable.Range(0, Rows + 1).SelectMany(row => Enumerable.Range(0, Columns + 1).Select(column => (row, column)));

    /// <summary>Each set of counts that adds up: a row with its total, a column with its total, and the totals themselves.</summary>
    public IEnumerable<IReadOnlyList<(int Row, int Column)>> Lines() =>
    [
        .. Enumerable.Range(0, Rows + 1).Select(row => Enumerable.Range(0, Columns + 1).Select(column => (row, column)).ToArray()),
        .. Enumerable.Range(0, Columns + 1).Select(column => Enumerable.Range(0, Rows + 1).Select(row => (row, column)).ToArray()),
    ];
}

using System.Collections.Frozen;

namespace Diversion.Evaluation.Disclosure;

/// <summary>
/// Makes a table of counts safe to publish: counts and margins of 1 to 4 are suppressed, then as many others as it takes
/// that no margin gives one of them away, and the rest is rounded to 5.
/// </summary>
/// <remarks>
/// A row or column in which one count only is suppressed gets a second. Then the table is attacked as a reader could, by
/// everything that its sums and the rounding imply (<see cref="TableAttack"/>); while a count can be proven small, the
/// smallest count that may help is suppressed too. Two tables of the same people by different groups share their total only;
/// tables of the same people with one group split in two must be published as one table.
/// </remarks>
public static class TableSuppression
{
    private const int LargestSide = 200;

    /// <param name="counts">Rows of the same length; none is negative.</param>
    /// <exception cref="ArgumentException">No cell, rows of different lengths, a negative count, or more than 200 rows or columns.</exception>
    /// <param name="hiddenTotals">Columns whose totals another table hides, the number of columns for the total of all: shown here, they would tell what is hidden there.</param>
    public static PublishedTable Publish(IReadOnlyList<IReadOnlyList<int>> counts, IReadOnlySet<int>? hiddenTotals = null)
    {
        var table = new Margins(counts, LargestSide);
        var hidden = new bool[table.Rows + 1, table.Columns + 1];
        foreach (var (row, column) in table.Places().Where(place => PublishedCount.IsSmall(table[place.Row, place.Column])))
        {
            hidden[row, column] = true;
        }

        foreach (var column in (hiddenTotals ?? FrozenSet<int>.Empty).Where(column => table[table.Rows, column] > 0))
        {
            hidden[table.Rows, column] = true;
        }

        Complete(table, hidden);
        while (TableAttack.FirstProven(Publish(table, hidden)) is { } proven)
        {
            if (!HideOneMore(table, hidden, proven))
            {
                // Everything that is not 0 in its reach is hidden, and the number of people is still too small: hide all.
                HideAll(table, hidden);
                break;
            }

            Complete(table, hidden);
        }

        return Publish(table, hidden);
    }

    /// <summary>Until no line has exactly one hidden count.</summary>
    private static void Complete(Margins table, bool[,] hidden)
    {
        while (true)
        {
            var line = table.Lines().FirstOrDefault(line => line.Count(place => hidden[place.Row, place.Column]) == 1);
            if (line is null || Smallest(table, hidden, line) is not { } next)
            {
                return;
            }

            hidden[next.Row, next.Column] = true;
        }
    }

    private static bool HideOneMore(Margins table, bool[,] hidden, (int Row, int Column) proven)
    {
        // First in the lines of the proven count, then anywhere.
        var near = table.Lines().Where(line => line.Contains(proven)).SelectMany(line => line);
        if ((Smallest(table, hidden, near) ?? Smallest(table, hidden, table.Places())) is not { } next)
        {
            return false;
        }

        hidden[next.Row, next.Column] = true;
        return true;
    }

    /// <summary>The smallest count that is shown and not 0; inner counts before margins, since margins serve more readers.</summary>
    private static (int Row, int Column)? Smallest(Margins table, bool[,] hidden, IEnumerable<(int Row, int Column)> places) =>
        places.Where(place => !hidden[place.Row, place.Column] && table[place.Row, place.Column] > 0)
            .OrderBy(place => table.IsMargin(place)).ThenBy(place => table[place.Row, place.Column]).ThenBy(place => place)
            .Select(place => ((int, int)?)place).FirstOrDefault();

    private static void HideAll(Margins table, bool[,] hidden)
    {
        foreach (var (row, column) in table.Places().Where(place => table[place.Row, place.Column] > 0))
        {
            hidden[row, column] = true;
        }
    }

    private static PublishedTable Publish(Margins table, bool[,] hidden)
    {
        return new(
            [.. Enumerable.Range(0, table.Rows).Select(row => Enumerable.Range(0, table.Columns).Select(column => Count(row, column)).ToImmutableArray())],
            [.. Enumerable.Range(0, table.Rows).Select(row => Count(row, table.Columns))],
            [.. Enumerable.Range(0, table.Columns).Select(column => Count(table.Rows, column))],
            Count(table.Rows, table.Columns));

        PublishedCount Count(int row, int column) => hidden[row, column] ? PublishedCount.Suppressed : PublishedCount.Rounded(table[row, column]);
    }
}

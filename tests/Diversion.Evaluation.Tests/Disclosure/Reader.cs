using Diversion.Evaluation.Disclosure;

namespace Diversion.Evaluation.Tests.Disclosure;

/// <summary>
/// A hostile reader, by another way than the project's own attack: linear equations over whole numbers, solved by narrowing
/// bounds and trying values. Slow, but it knows nothing of networks.
/// </summary>
internal sealed class Reader
{
    private readonly List<(int Total, int[] Parts)> _equations = [];
    private readonly List<int> _lower = [];
    private readonly List<int> _upper = [];
    private readonly List<int> _suppressed = [];

    public Reader(PublishedTable table, int most) => Add(table, most);

    /// <summary>Tables of the same people with the same columns: their totals are the same numbers.</summary>
    public Reader(IReadOnlyList<PublishedTable> tables, int most)
    {
        var totals = tables.Select(table => Add(table, most)).ToArray();
        foreach (var (first, second) in totals.Zip(totals.Skip(1)))
        {
            _equations.AddRange(first.Zip(second, (one, other) => (one, new[] { other })));
        }
    }

    /// <returns>Where the totals are: of each column, and of all.</returns>
    private int[] Add(PublishedTable table, int most)
    {
        var (start, rows, columns) = (_lower.Count, table.Cells.Length, table.Cells[0].Length);
        int At(int row, int column) => start + (row * (columns + 1)) + column;
        for (var row = 0; row <= rows; row++)
        {
            for (var column = 0; column <= columns; column++)
            {
                var count = row < rows ? column < columns ? table.Cells[row][column] : table.RowTotals[row] : column < columns ? table.ColumnTotals[column] : table.Total;
                var (lower, upper) = count.Value switch { null => (1, most), 0 => (0, 0), 5 => (5, 7), var value => (value.Value - 2, value.Value + 2) };
                if (count.IsSuppressed)
                {
                    _suppressed.Add(_lower.Count);
                }

                _lower.Add(lower);
                _upper.Add(upper);
            }
        }

        _equations.AddRange(Enumerable.Range(0, rows + 1).Select(row => (At(row, columns), Enumerable.Range(0, columns).Select(column => At(row, column)).ToArray())));
        _equations.AddRange(Enumerable.Range(0, columns + 1).Select(column => (At(rows, column), Enumerable.Range(0, rows).Select(row => At(row, column)).ToArray())));
        return [.. Enumerable.Range(0, columns + 1).Select(column => At(rows, column))];
    }

    /// <summary>Suppressed counts that can't be 5 or more.</summary>
    public IEnumerable<int> Proven() => _suppressed.Where(index =>
    {
        var (lower, upper) = (_lower.ToArray(), _upper.ToArray());
        lower[index] = Math.Max(lower[index], 5);
        return !Solve(lower, upper);
    });

    private bool Solve(int[] lower, int[] upper)
    {
        if (!Narrow(lower, upper))
        {
            return false;
        }

        var open = Enumerable.Range(0, lower.Length).Where(i => lower[i] < upper[i]).OrderBy(i => upper[i] - lower[i]).FirstOrDefault(-1);
        if (open < 0)
        {
            return true;
        }

        var middle = lower[open] + ((upper[open] - lower[open]) / 2);
        var (first, second) = (((int[])lower.Clone(), (int[])upper.Clone()), ((int[])lower.Clone(), (int[])upper.Clone()));
        first.Item2[open] = middle;
        second.Item1[open] = middle + 1;
        return Solve(first.Item1, first.Item2) || Solve(second.Item1, second.Item2);
    }

    private bool Narrow(int[] lower, int[] upper)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (total, parts) in _equations)
            {
                var (low, high) = (parts.Sum(part => lower[part]), parts.Sum(part => upper[part]));
                changed |= Tighten(lower, upper, total, low, high);
                foreach (var part in parts)
                {
                    changed |= Tighten(lower, upper, part, lower[total] - (high - upper[part]), upper[total] - (low - lower[part]));
                    (low, high) = (parts.Sum(one => lower[one]), parts.Sum(one => upper[one]));
                }

                if (lower[total] > upper[total] || parts.Any(part => lower[part] > upper[part]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool Tighten(int[] lower, int[] upper, int index, int low, int high)
    {
        var tighter = low > lower[index] || high < upper[index];
        (lower[index], upper[index]) = (Math.Max(lower[index], low), Math.Min(upper[index], high));
        return tighter;
    }
}

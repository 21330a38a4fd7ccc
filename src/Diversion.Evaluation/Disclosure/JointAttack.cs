namespace Diversion.Evaluation.Disclosure;

/// <summary>
/// Whether a reader of several tables of the same people, with the same columns, can prove a suppressed count small. What the
/// tables tell of each other are their totals alone. So a count is safe when some totals, which fit all tables, let it be
/// 5 or more in its own: a reader can't exclude that these are the true ones.
/// </summary>
/// <remarks>
/// Tried are the true totals, those with each small one raised to 5, and those with each suppressed one raised far. A count that
/// none of them makes safe may be safe all the same; it is then published with more suppressed than was needed.
/// </remarks>
public static class JointAttack
{
    private const int Safe = PublishedCount.LargestSmall + 1;

    /// <param name="tables">At least one; the same totals are suppressed in each.</param>
    /// <param name="totals">The true totals of the columns, and last that of all.</param>
    /// <returns>The first suppressed place that is not known to be safe. Null: all are.</returns>
    public static (int Table, (int Row, int Column) Place)? FirstUnsafe(IReadOnlyList<PublishedTable> tables, IReadOnlyList<int> totals)
    {
        var safe = new HashSet<(int, (int, int))>();
        foreach (var tried in Tried(tables, totals))
        {
            var most = tables.Select(table => TableAttack.Most(table, tried)).ToArray();
            if (most.All(one => one is not null))
            {
                safe.UnionWith(most.SelectMany((one, table) => one!.Where(count => count.Most >= Safe).Select(count => (table, count.Place))));
            }
        }

        return tables.SelectMany((table, index) => table.Suppressed().Select(place => (Table: index, Place: place)))
            .Where(one => !safe.Contains(one)).Select(one => ((int, (int, int))?)one).FirstOrDefault();
    }

    private static IEnumerable<int[]> Tried(IReadOnlyList<PublishedTable> tables, IReadOnlyList<int> totals)
    {
        PublishedCount[] published = [.. tables[0].ColumnTotals, tables[0].Total];
        yield return [.. totals];
        if (Balanced([.. totals.SkipLast(1).Select(total => PublishedCount.IsSmall(total) ? Safe : total)], published, totals[^1]) is { } raised)
        {
            yield return raised;
        }

        if (published[^1].IsSuppressed)
        {
            var far = Safe * tables.Max(table => table.Cells.Length);
            int[] columns = [.. totals.SkipLast(1).Select((total, column) => published[column].IsSuppressed ? total + far : total)];
            yield return [.. columns, columns.Sum()];
        }
    }

    /// <summary>With the total of all as it is published: what it can't take in is taken from the other columns, as far as their own numbers allow.</summary>
    /// <returns>Null when that is not enough.</returns>
    private static int[]? Balanced(int[] columns, PublishedCount[] published, int all)
    {
        var (_, highest) = published[^1].Bounds(int.MaxValue);
        var over = columns.Sum() - Math.Max(highest, all);
        for (var column = 0; column < columns.Length && over > 0; column++)
        {
            var lowest = published[column].IsSuppressed ? Math.Min(Safe, columns[column]) : published[column].Bounds(int.MaxValue).Lower;
            var taken = Math.Clamp(columns[column] - lowest, 0, over);
            columns[column] -= taken;
            over -= taken;
        }

        return over > 0 ? null : [.. columns, columns.Sum()];
    }
}

namespace Diversion.Evaluation.Disclosure;

/// <summary>
/// Makes a table of counts safe to publish: counts and margins of 1 to 4 are suppressed, then as many others as it takes
/// that no margin gives one of them away, and the rest is rounded to 5.
/// </summary>
/// <remarks>
/// A row or column in which one count only is suppressed gets a second. Then the table is attacked as a reader could, by
/// everything that its sums and the rounding imply (<see cref="TableAttack"/>); while a count can be proven small, the
/// smallest count that may help is suppressed too. Tables of the same people by different groups are published together;
/// those with one group split in two must be published as one table.
/// </remarks>
public static class TableSuppression
{
    private const int LargestSide = 200;

    /// <param name="counts">Rows of the same length; none is negative.</param>
    /// <exception cref="ArgumentException">No cell, rows of different lengths, a negative count, or more than 200 rows or columns.</exception>
    public static PublishedTable Publish(IReadOnlyList<IReadOnlyList<int>> counts) => Together([counts])[0];

    /// <summary>
    /// Tables of the same people with the same columns, by different groups. They share their totals: what one hides, all hide,
    /// and all of them together are attacked.
    /// </summary>
    /// <param name="tables">At least one; each as for <see cref="Publish(IReadOnlyList{IReadOnlyList{int}})"/>.</param>
    /// <exception cref="ArgumentException">As there; or the totals differ.</exception>
    public static ImmutableArray<PublishedTable> Together(IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> tables)
    {
        Margins[] all = [.. tables.Select(counts => new Margins(counts, LargestSide))];
        var totals = all[0].Totals();
        if (all.Any(table => !table.Totals().SequenceEqual(totals)))
        {
            throw new ArgumentException("Tables of the same people with the same columns have the same totals.", nameof(tables));
        }

        bool[][,] hidden = [.. all.Select(Small)];
        while (true)
        {
            Share(all, hidden);
            var found = all.Zip(hidden, Publish).Select(TableAttack.FirstProven).Select((proven, table) => proven is { } place ? ((int, (int, int))?)(table, place) : null).FirstOrDefault(one => one is not null);
            if ((found ?? (all.Length > 1 ? JointAttack.FirstUnsafe([.. all.Zip(hidden, Publish)], totals) : null)) is not ({ } which, { } proven))
            {
                return [.. all.Zip(hidden, Publish)];
            }

            if (!HideOneMore(all[which], hidden[which], proven) && !HideRest(all, hidden))
            {
                throw new InvalidOperationException("Everything is suppressed, and a count is still told.");
            }
        }
    }

    private static bool[,] Small(Margins table)
    {
        var hidden = new bool[table.Rows + 1, table.Columns + 1];
        foreach (var (row, column) in table.Places().Where(place => PublishedCount.IsSmall(table[place.Row, place.Column])))
        {
            hidden[row, column] = true;
        }

        return hidden;
    }

    /// <summary>Until no line of any table has exactly one hidden count, and all hide the same totals.</summary>
    private static void Share(Margins[] all, bool[][,] hidden)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (table, own) in all.Zip(hidden))
            {
                Complete(table, own);
            }

            foreach (var column in Enumerable.Range(0, all[0].Columns + 1).Where(column => all.Zip(hidden).Any(one => one.Second[one.First.Rows, column])))
            {
                foreach (var (table, own) in all.Zip(hidden).Where(one => !one.Second[one.First.Rows, column]))
                {
                    own[table.Rows, column] = changed = true;
                }
            }
        }
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

    /// <summary>Of one table everything that is not 0 is hidden, and the number of people is still too small: hide all of the others, too.</summary>
    /// <returns>False when nothing was left.</returns>
    private static bool HideRest(Margins[] all, bool[][,] hidden)
    {
        var changed = false;
        foreach (var (table, own) in all.Zip(hidden))
        {
            foreach (var (row, column) in table.Places().Where(place => table[place.Row, place.Column] > 0 && !own[place.Row, place.Column]))
            {
                own[row, column] = changed = true;
            }
        }

        return changed;
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

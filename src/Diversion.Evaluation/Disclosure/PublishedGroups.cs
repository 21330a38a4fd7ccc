namespace Diversion.Evaluation.Disclosure;

/// <summary>A table of counts by group as it may leave the programme, in the order of the groups' names: another order would tell which is larger.</summary>
/// <param name="Groups">A row of the table each, with what was counted in it.</param>
internal sealed record PublishedGroups<T>(ImmutableArray<(string Name, T[] Items)> Groups, PublishedTable Table)
{
    /// <summary>More groups than a table can be made safe for; the smallest come together.</summary>
    private const int Most = 150;

    /// <param name="rest">Name of the smallest groups together.</param>
    /// <param name="counts">Of one group: each item in one count.</param>
    /// <returns>Null when there is nothing to count.</returns>
    public static PublishedGroups<T>? Of(IEnumerable<T> items, Func<T, string> nameOf, string rest, Func<T[], int[]> counts)
    {
        var groups = Shown(items, nameOf, rest);
        return groups.IsEmpty ? null : new(groups, TableSuppression.Publish([.. groups.Select(group => counts(group.Items))]));
    }

    /// <summary>The groups that can have a row each.</summary>
    public static ImmutableArray<(string Name, T[] Items)> Shown(IEnumerable<T> items, Func<T, string> nameOf, string rest)
    {
        var groups = items.GroupBy(nameOf, StringComparer.Ordinal).Select(group => (Name: group.Key, Items: group.ToArray()))
            .OrderByDescending(group => group.Items.Length).ThenBy(group => group.Name, StringComparer.Ordinal).ToArray();
        var shown = groups.Take(Most).ToList();
        if (groups.Length > Most)
        {
            shown.Add((rest, [.. groups.Skip(Most).SelectMany(group => group.Items)]));
        }

        shown.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return [.. shown];
    }
}

using Azure.Data.Tables;
using Diversion.Casework.Storage;

namespace Diversion.Functions.Azure.Storage;

/// <summary>The row keys that a query asks for, in bounds that Azure Tables accepts.</summary>
/// <remarks>The port lets a bound contain any character; Azure allows only those of keys. So a bound is replaced by the
/// lowest key at or after it, which has the same keys on either side.
/// </remarks>
internal static class KeyRange
{
    /// <summary>Null when no key can be in the range.</summary>
    public static string? Filter(TableQuery query)
    {
        var from = query.From is null ? OwnRows.FirstOfCallers : FirstFrom(query.From);
        var before = query.Before is null ? null : FirstFrom(query.Before);
        if (from is null || (before is not null && string.CompareOrdinal(from, before) >= 0))
        {
            return null;
        }

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {query.Partition} and RowKey ge {from}");
        if (query.Continuation is { } last)
        {
            filter += TableClient.CreateQueryFilter($" and RowKey gt {last}");
        }

        return before is null ? filter : filter + TableClient.CreateQueryFilter($" and RowKey lt {before}");
    }

    /// <summary>The lowest key of a caller's row at or after a bound; null when there is none.</summary>
    private static string? FirstFrom(string bound)
    {
        var first = FirstKeyFrom(bound);
        return first is null || string.CompareOrdinal(first, OwnRows.FirstOfCallers) > 0 ? first : OwnRows.FirstOfCallers;
    }

    private static string? FirstKeyFrom(string bound)
    {
        var at = 0;
        while (at < bound.Length && TableLimits.IsOfKeys(bound[at]))
        {
            at++;
        }

        if (at == bound.Length)
        {
            return bound;
        }

        // No key has this character at this position, so the next allowed character divides keys in the same way.
        for (; at >= 0; at--)
        {
            for (var next = bound[at] + 1; next <= char.MaxValue; next++)
            {
                if (TableLimits.IsOfKeys((char)next))
                {
                    return string.Concat(bound.AsSpan(0, at), [(char)next]);
                }
            }
        }

        return null;
    }
}

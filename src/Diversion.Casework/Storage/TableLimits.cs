using System.Buffers;
using System.Collections.Frozen;

namespace Diversion.Casework.Storage;

/// <summary>
/// What the port allows, checked the same way by every adapter so that a command which passes on SQLite passes on
/// Azure. Breaking a limit is a bug of the caller: <see cref="ArgumentException"/>.
/// </summary>
/// <remarks>Sizes count as Azure Tables counts an entity: two bytes a character, plus a small charge a property.</remarks>
public static class TableLimits
{
    public const int LongestKey = 512;

    public const int MostProperties = 252;

    public const int LongestPropertyName = 250;

    public const int MostRowBytes = 1024 * 1024;

    public const int MostTransactionBytes = 4 * 1024 * 1024;

    public const int MostPageRows = 1000;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly FrozenSet<string> TableNames = Tables.All.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ReservedNames =
        new[] { "PartitionKey", "RowKey", "Timestamp", "ETag" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static void CheckTable(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!TableNames.Contains(table))
        {
            throw new ArgumentException($"There is no table '{table}'.", nameof(table));
        }
    }

    /// <summary>
    /// 1 to 512 characters; no control character, none of <c>/ \ # ?</c>, and none outside the Basic Multilingual
    /// Plane, where UTF-16 and UTF-8 order differ and stores would disagree on what comes first.
    /// </summary>
    public static void CheckKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length is 0 or > LongestKey)
        {
            throw new ArgumentException($"A key has 1 to {LongestKey} characters; this one has {key.Length}.", nameof(key));
        }

        foreach (var character in key)
        {
            if (char.IsControl(character) || char.IsSurrogate(character) || character is '/' or '\\' or '#' or '?')
            {
                throw new ArgumentException($"A key cannot hold U+{(int)character:X4}.", nameof(key));
            }
        }
    }

    public static void Check(TableQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckTable(query.Table);
        CheckKey(query.Partition);
        CheckBound(query.From);
        CheckBound(query.Before);
        if (query.Continuation is not null)
        {
            CheckKey(query.Continuation);
        }

        if (query.Limit is < 1 or > MostPageRows)
        {
            throw new ArgumentException($"A page has 1 to {MostPageRows} rows, not {query.Limit}.", nameof(query));
        }
    }

    public static void Check(TableTransaction first, IReadOnlyList<TableTransaction> following)
    {
        ArgumentNullException.ThrowIfNull(following);
        Check(first);
        foreach (var transaction in following)
        {
            Check(transaction);
            foreach (var change in transaction.Changes)
            {
                if (change is not (RowChange.Upsert or RowChange.Delete { ETag: null }))
                {
                    throw new ArgumentException($"The change of '{change.RowKey}' follows, so it must be unconditional.", nameof(following));
                }
            }
        }
    }

    private static void Check(TableTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        CheckTable(transaction.Table);
        CheckKey(transaction.Partition);
        var changes = transaction.Changes;
        if (changes.Count is 0 or > TableTransaction.MostChanges)
        {
            throw new ArgumentException(
                $"A transaction has 1 to {TableTransaction.MostChanges} changes, not {changes.Count}.", nameof(transaction));
        }

        var bytes = 0L;
        for (var i = 0; i < changes.Count; i++)
        {
            CheckKey(changes[i].RowKey);
            bytes += RowBytes(transaction.Partition, changes[i]);
        }

        if (bytes > MostTransactionBytes)
        {
            throw new ArgumentException(
                $"A transaction has at most {MostTransactionBytes} bytes; this one has {bytes}.", nameof(transaction));
        }

        CheckDistinct(changes);
    }

    private static void CheckDistinct(IReadOnlyList<RowChange> changes)
    {
        if (changes.Count == 1)
        {
            return;
        }

        var rows = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (!rows.Add(change.RowKey))
            {
                throw new ArgumentException($"The transaction changes '{change.RowKey}' twice.", nameof(changes));
            }
        }
    }

    private static long RowBytes(string partition, RowChange change)
    {
        var properties = change switch
        {
            RowChange.Insert insert => insert.Properties,
            RowChange.Upsert upsert => upsert.Properties,
            RowChange.Replace replace => replace.Properties,
            _ => null,
        };
        var bytes = 4L + (2L * (partition.Length + change.RowKey.Length));
        if (properties is null)
        {
            return bytes;
        }

        if (properties.Count > MostProperties)
        {
            throw new ArgumentException($"A row has at most {MostProperties} properties; '{change.RowKey}' has {properties.Count}.", nameof(change));
        }

        foreach (var (name, value) in properties)
        {
            CheckName(name);
            bytes += 8 + (2L * name.Length) + ValueBytes(name, value);
        }

        return bytes <= MostRowBytes
            ? bytes
            : throw new ArgumentException($"A row has at most {MostRowBytes} bytes; '{change.RowKey}' has {bytes}.", nameof(change));
    }

    private static long ValueBytes(string name, object value) => value switch
    {
        string text when IsWellFormed(text) => 4 + (2L * text.Length),
        string => throw new ArgumentException($"The text of '{name}' holds half a surrogate pair.", nameof(value)),
        long => 8,
        bool => 1,
        _ => throw new ArgumentException($"'{name}' is {value?.GetType().Name ?? "null"}; a property is a string, a long or a bool.", nameof(value)),
    };

    /// <remarks>Stricter than SQLite needs: Azure Tables takes identifiers only, and keeps some names for itself.</remarks>
    private static void CheckName(string name)
    {
        if (name.Length is 0 or > LongestPropertyName
            || char.IsAsciiDigit(name[0])
            || name.AsSpan().ContainsAnyExcept(NameCharacters)
            || ReservedNames.Contains(name))
        {
            throw new ArgumentException(
                $"'{name}' cannot name a property: 1 to {LongestPropertyName} letters, digits and _, not starting with a digit, and not a name that Azure Tables reserves.",
                nameof(name));
        }
    }

    private static void CheckBound(string? bound)
    {
        if (bound.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            throw new ArgumentException("The bound of a query cannot hold a character outside the Basic Multilingual Plane.", nameof(bound));
        }
    }

    private static bool IsWellFormed(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            at++;
        }

        return true;
    }
}

using System.Buffers;
using System.Collections.Frozen;

namespace Diversion.Casework.Storage;

/// <summary>
/// What the port allows, checked in the same way by every adapter so that a command that passes on SQLite passes on Azure.
/// Breaking a limit is a bug of the caller: <see cref="ArgumentException"/>.
/// </summary>
/// <remarks>A row is counted like an entity in Azure Tables: two bytes per character, plus a small amount per property. A
/// transaction is counted as it is sent there, as JSON: up to six bytes per character. Each limit leaves a little of
/// Azure's own for what the adapter adds: a mark on a row, the pieces of a long text, a journal of following transactions.
/// </remarks>
public static class TableLimits
{
    public const int LongestKey = 512;

    /// <summary>A key is part of addresses in headers. Clients of Azure Tables read 4 KiB of them, for both keys of a row.</summary>
    public const int LongestKeyInAddress = 1900;

    /// <summary>A long text counts as one property for each started <see cref="PieceLength"/> characters.</summary>
    public const int MostProperties = 250;

    /// <summary>A property holds 64 KiB on Azure; adapters split a longer text, never within a surrogate pair.</summary>
    public const int PieceLength = 32_000;

    public const int LongestPropertyName = 240;

    public const int MostRowBytes = 1008 * 1024;

    public const int MostTransactionBytes = 3 * 1024 * 1024;

    /// <summary>For all following transactions of one commit together, as JSON.</summary>
    public const int MostFollowingBytes = 128 * 1024;

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
    /// 1 to 512 characters, fewer when they are not ASCII; no control character, none of <c>/ \ # ?</c>, no U+FFFE or
    /// U+FFFF, and none outside the Basic Multilingual Plane, where the orders of UTF-16 and UTF-8 differ and stores would
    /// sort differently.
    /// </summary>
    public static void CheckKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length is 0 or > LongestKey)
        {
            throw new ArgumentException($"A key has 1 to {LongestKey} characters; this one has {key.Length}.", nameof(key));
        }

        var inAddress = 0;
        foreach (var character in key)
        {
            if (!IsOfKeys(character))
            {
                throw new ArgumentException($"A key cannot contain U+{(int)character:X4}.", nameof(key));
            }

            inAddress += character < 0x80 ? 3 : character < 0x800 ? 6 : 9;
        }

        if (inAddress > LongestKeyInAddress)
        {
            throw new ArgumentException($"A key has at most {LongestKeyInAddress} characters when it is percent-encoded; this one has {inAddress}.", nameof(key));
        }
    }

    /// <summary>Whether a key may contain a character.</summary>
    public static bool IsOfKeys(char character) =>
        !char.IsControl(character) && !char.IsSurrogate(character) && character is not ('/' or '\\' or '#' or '?' or '\uFFFE' or '\uFFFF');

    /// <summary>Like any key, and not starting with a space: adapters keep their own rows there.</summary>
    public static void CheckRow(string key)
    {
        CheckKey(key);
        if (key[0] == ' ')
        {
            throw new ArgumentException("The key of a row cannot start with a space.", nameof(key));
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
            CheckRow(query.Continuation);
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
        var bytes = 0L;
        foreach (var transaction in following)
        {
            bytes += Check(transaction);
            foreach (var change in transaction.Changes)
            {
                if (change is not (RowChange.Upsert or RowChange.Delete { ETag: null }))
                {
                    throw new ArgumentException($"The change of '{change.RowKey}' follows, so it must be unconditional.", nameof(following));
                }
            }
        }

        if (3 * bytes > MostFollowingBytes && (bytes = following.Sum(RowSizes.Sent)) > MostFollowingBytes)
        {
            throw new ArgumentException($"At most {MostFollowingBytes} bytes follow; these have {bytes}.", nameof(following));
        }
    }

    /// <returns>The bytes of its rows.</returns>
    private static long Check(TableTransaction transaction)
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
            CheckRow(changes[i].RowKey);
            bytes += RowSizes.Stored(transaction.Partition, changes[i]);
        }

        // Two bytes per character become at most six, so few rows are ever counted twice.
        if (3 * bytes > MostTransactionBytes && RowSizes.Sent(transaction) is var sent and > MostTransactionBytes)
        {
            throw new ArgumentException(
                $"A transaction has at most {MostTransactionBytes} bytes as JSON; this one has {sent}.", nameof(transaction));
        }

        CheckDistinct(changes);
        return bytes;
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

    /// <remarks>Stricter than SQLite needs: Azure Tables accepts identifiers only, and reserves some names. Adapters start
    /// the names they add with <c>__</c>.
    /// </remarks>
    internal static void CheckName(string name)
    {
        if (name.Length is 0 or > LongestPropertyName
            || char.IsAsciiDigit(name[0])
            || name.AsSpan().ContainsAnyExcept(NameCharacters)
            || name.Contains("__", StringComparison.Ordinal)
            || ReservedNames.Contains(name))
        {
            throw new ArgumentException(
                $"'{name}' cannot name a property: 1 to {LongestPropertyName} letters, digits and _, not starting with a digit, no _ after another, and not a name that Azure Tables reserves.",
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
}

using System.Collections.Frozen;

namespace Diversion.Casework.Storage;

/// <summary>How many bytes rows take: stored, and sent.</summary>
internal static class RowSizes
{
    /// <summary>The size of a stored row: two bytes per character.</summary>
    /// <exception cref="ArgumentException">The row is too large, or contains what no store can keep.</exception>
    public static long Stored(string partition, RowChange change)
    {
        var properties = Properties(change);
        var bytes = 4L + (2L * (partition.Length + change.RowKey.Length));
        if (properties is null)
        {
            return bytes;
        }

        var count = 0;
        foreach (var (name, value) in properties)
        {
            TableLimits.CheckName(name);
            bytes += 8 + (2L * name.Length) + ValueBytes(name, value);
            count += 1 + (Characters(value) / (TableLimits.PieceLength - 1));
        }

        if (count > TableLimits.MostProperties)
        {
            throw new ArgumentException($"A row has at most {TableLimits.MostProperties} properties; '{change.RowKey}' has {count}.", nameof(change));
        }

        return bytes <= TableLimits.MostRowBytes
            ? bytes
            : throw new ArgumentException($"A row has at most {TableLimits.MostRowBytes} bytes; '{change.RowKey}' has {bytes}.", nameof(change));
    }

    /// <summary>The size of a transaction when sent, as JSON.</summary>
    public static long Sent(TableTransaction transaction)
    {
        var bytes = 0L;
        foreach (var change in transaction.Changes)
        {
            bytes += 40 + JsonBytes(transaction.Partition) + JsonBytes(change.RowKey);
            foreach (var (name, value) in Properties(change) ?? FrozenDictionary<string, object>.Empty)
            {
                bytes += 8 + name.Length + (Utf8Json.AsText(value) is string text ? JsonBytes(text) : 8);
            }
        }

        return bytes;
    }

    private static int Characters(object value) => value switch
    {
        string text => text.Length,
        Utf8Json json => json.Characters,
        _ => 0,
    };

    private static long JsonBytes(string text)
    {
        var bytes = (long)text.Length;
        foreach (var character in text)
        {
            bytes += character is < ' ' or > '~' or '"' or '\\' or '&' or '\'' or '+' or '<' or '>' or '`' ? 5 : 0;
        }

        return bytes;
    }

    private static long ValueBytes(string name, object value) => value switch
    {
        string text when IsWellFormed(text) => 4 + (2L * text.Length),
        string => throw new ArgumentException($"The text of '{name}' contains half a surrogate pair.", nameof(value)),
        Utf8Json json => 4 + (2L * json.Characters),
        long => 8,
        bool => 1,
        _ => throw new ArgumentException($"'{name}' is {value?.GetType().Name ?? "null"}; a property is a string, a long or a bool.", nameof(value)),
    };

    private static IReadOnlyDictionary<string, object>? Properties(RowChange change) => change switch
    {
        RowChange.Insert insert => insert.Properties,
        RowChange.Upsert upsert => upsert.Properties,
        RowChange.Replace replace => replace.Properties,
        _ => null,
    };

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

using System.IO.Hashing;
using System.Runtime.InteropServices;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Maintenance;

/// <summary>Two rows with the same 128 bits are the same row: key and content, with properties in any order.</summary>
/// <remarks>A property counts by the bytes that <see cref="PropertyText"/> makes of it: a store that keeps those has nothing
/// to decode, and a rebuild compares a hundred bytes where it would otherwise make texts of them.
/// </remarks>
internal static class RowFingerprint
{
    public static UInt128 Of(string table, TableRow row) => OfKey(table, row.Partition, row.Row) + OfProperties(row.Properties);

    /// <summary>The rows of one stream, of which many have the same properties: a register row, say, in each of its partitions.</summary>
    public static List<(UInt128 Fingerprint, ReadModelRow Row)> Of(IEnumerable<ReadModelRow> rows)
    {
        var all = new List<(UInt128, ReadModelRow)>(32);
        IReadOnlyDictionary<string, object>? last = null;
        var properties = UInt128.Zero;
        foreach (var row in rows)
        {
            if (!ReferenceEquals(row.Properties, last))
            {
                last = row.Properties;
                properties = OfProperties(last);
            }

            all.Add((OfKey(row.Table, row.Partition, row.Row) + properties, row));
        }

        return all;
    }

    private static UInt128 OfKey(string table, string partition, string row)
    {
        var seed = unchecked((long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(partition.AsSpan()), table.Length + (table[0] << 8)));
        return XxHash128.HashToUInt128(MemoryMarshal.AsBytes(row.AsSpan()), seed);
    }

    private static UInt128 OfProperties(IReadOnlyDictionary<string, object> properties)
    {
        var stored = properties as PropertyDictionary ?? new PropertyDictionary(PropertyText.Encode(properties));
        var sum = UInt128.Zero;
        for (var i = 0; i < stored.Count; i++)
        {
            sum += XxHash128.HashToUInt128(stored.Stored(i));
        }

        return sum;
    }
}

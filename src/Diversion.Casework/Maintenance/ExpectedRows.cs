using System.IO.Hashing;
using System.Runtime.InteropServices;
using Diversion.Casework.Delivery;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Maintenance;

/// <summary>Every row outside the streams that one stream should have now.</summary>
internal static class ExpectedRows
{
    public static IEnumerable<ReadModelRow> Of(object state, StoredStream stored)
    {
        foreach (var row in stored.Id.Kind.Rows(stored.Id.Id, state))
        {
            yield return row;
        }

        foreach (var waiting in stored.Waiting)
        {
            var (message, delivery) = OutboxRows.Read(waiting);
            var index = OutboxRows.IndexRow(stored.Id, message.Id, delivery.NextTry);
            yield return new ReadModelRow(Tables.Outbox, Partitions.Shard(stored.Id.Partition), index.Row, index.Properties);
        }
    }

    /// <summary>Two rows with the same 128 bits are the same row: key and content, with properties in any order.</summary>
    public static UInt128 Fingerprint(string table, string partition, string row, IReadOnlyDictionary<string, object> properties)
    {
        var sum = Hash(Hash(Hash(default, table), partition), row);
        foreach (var (name, value) in properties)
        {
            sum += value switch
            {
                string text => Hash(Hash(default, name), text),
                long number => Hash(Hash(new UInt128(1, (ulong)number), name), ""),
                _ => Hash(Hash(new UInt128(2, (bool)value ? 1u : 0u), name), ""),
            };
        }

        return sum;
    }

    /// <summary>Hash of a text and of the hash of what came before it.</summary>
    private static UInt128 Hash(UInt128 before, string text)
    {
        var characters = MemoryMarshal.AsBytes(text.AsSpan());
        var hash = XxHash128.HashToUInt128(characters, (long)(ulong)before);
        return hash + ((before >> 64) * 0x9E3779B97F4A7C15u);
    }
}

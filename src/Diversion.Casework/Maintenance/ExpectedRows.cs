using Diversion.Casework.Delivery;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Maintenance;

/// <summary>Every row outside the streams that one agreement should have now.</summary>
internal static class ExpectedRows
{
    /// <summary>The tables that hold nothing but rows computed from streams.</summary>
    public static IReadOnlyList<string> Tables { get; } =
        [Storage.Tables.Due, Storage.Tables.Caseload, Storage.Tables.Inbox, Storage.Tables.Register, Storage.Tables.Outbox];

    public static IEnumerable<ReadModelRow> Of(AgreementState state, StoredAgreement stored)
    {
        foreach (var row in ReadModelRows.Of(state))
        {
            yield return row;
        }

        foreach (var waiting in stored.Waiting)
        {
            var (message, delivery) = OutboxRows.Read(waiting);
            var index = OutboxRows.IndexRow(state.Id, message.Id, delivery.NextTry);
            yield return new ReadModelRow(Storage.Tables.Outbox, Partitions.Shard(state.Id.Value), index.Row, index.Properties);
        }
    }

    /// <summary>Two rows with the same 128 bits are the same row: where it stands and what is in it.</summary>
    public static UInt128 Fingerprint(string table, string partition, string row, IReadOnlyDictionary<string, object> properties)
    {
        var hash = new System.IO.Hashing.XxHash128();
        Append(hash, table);
        Append(hash, partition);
        Append(hash, row);
        foreach (var (name, value) in properties.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            Append(hash, name);
            Append(hash, value.ToString()!);
        }

        return hash.GetCurrentHashAsUInt128();
    }

    private static void Append(System.IO.Hashing.XxHash128 hash, string text)
    {
        hash.Append(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()));
        hash.Append([0, 0]);
    }
}

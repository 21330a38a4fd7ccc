using Diversion.Casework.Delivery;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Maintenance;

/// <summary>Every row outside the streams that one agreement should have now.</summary>
internal static class ExpectedRows
{
    /// <summary>The tables that contain only rows computed from streams.</summary>
    public static IReadOnlyList<string> Tables { get; } =
        [Storage.Tables.Due, Storage.Tables.Caseload, Storage.Tables.Inbox, Storage.Tables.Register, Storage.Tables.Search, Storage.Tables.Figures, Storage.Tables.Outbox];

    public static IEnumerable<ReadModelRow> Of(AgreementState state, StoredAgreement stored)
    {
        foreach (var row in ReadModelRows.Of(state))
        {
            yield return row;
        }

        foreach (var waiting in stored.Waiting)
        {
            var index = OutboxRows.IndexRow(state.Id, waiting);
            yield return new ReadModelRow(Storage.Tables.Outbox, Partitions.Shard(state.Id.Value), index.Row, index.Properties);
        }
    }
}

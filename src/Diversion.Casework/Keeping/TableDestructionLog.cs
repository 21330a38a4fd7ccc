using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Keeping;
using NodaTime;

namespace Diversion.Casework.Keeping;

/// <summary>In the store itself, for a host that keeps no copy apart from it: such a host restores no backups.</summary>
public sealed class TableDestructionLog(ITableStore store) : IDestructionLog
{
    private const string Partition = "destroyed";

    public async ValueTask Add(DestructionEntry entry, CancellationToken cancellation = default) => await store.Commit(
        new TableTransaction(Tables.Audit, Partition, [new RowChange.Upsert($"{Sortable.Ascending(entry.At)}|{entry.Kind}|{entry.Agreement}", RowOf<Row>.Write(Row.Of(entry)))]), [], cancellation);

    public async ValueTask<IReadOnlyList<DestructionEntry>> All(CancellationToken cancellation = default) =>
        await store.Rows(Tables.Audit, Partition, cancellation: cancellation).Select(row => RowOf<Row>.Read(row).Entry()).ToListAsync(cancellation);

    /// <summary>An entry as it is stored: each member that may be missing is a text.</summary>
    private sealed record Row(Instant At, DestroyedKind Kind, string? Agreement, int Count, string? ById, string? Ground, string? Request, string? Status)
    {
        public static Row Of(DestructionEntry entry) =>
            new(entry.At, entry.Kind, entry.Agreement, entry.Count, entry.ById, entry.Ground?.ToString(), entry.Request, entry.Status?.ToString());

        public DestructionEntry Entry() => new(
            At, Kind, Agreement, Count, ById, Ground is null ? null : Enum.Parse<ErasureGround>(Ground), Request, Status is null ? null : Enum.Parse<AgreementStatus>(Status));
    }
}

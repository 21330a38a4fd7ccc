using Diversion.Casework.Storage;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Moving;

/// <summary>
/// No host may work on a store now. It is a row of the store itself, so that every process of every host finds it.
/// </summary>
/// <param name="Move">The export that it is about; empty when there is none.</param>
public sealed record Standstill(StandstillCause Cause, Instant Since, string Move = "")
{
    private const string Partition = "standstill";
    private const string Row = "now";

    private static readonly InstantPattern Written = InstantPattern.CreateWithInvariantCulture("d MMMM uuuu', 'HH:mm' UTC'");

    /// <summary>What an operator reads instead of a page or a start.</summary>
    public string Words => Cause switch
    {
        StandstillCause.Exported =>
            $"This programme was exported on {Written.Format(Since)} to move to another host, and stands still here, so that nothing is done or sent twice. If it was imported there, use it there. If it was imported nowhere, `resume` lets it go on here (docs/commands.md).",
        StandstillCause.Importing =>
            $"The import of a programme began here on {Written.Format(Since)} and is not finished. Wait for it; if it broke off, run it again with the same file: it goes on.",
        _ => $"What is computed from the events is being made again here since {Written.Format(Since)}. Wait for it; if it broke off, run `rebuild` again.",
    };

    /// <returns>Null when hosts may work.</returns>
    public static async ValueTask<Standstill?> Of(ITableStore store, CancellationToken cancellation = default) =>
        await store.Get(Tables.Settings, Partition, Row, cancellation) is { } row ? RowOf<Standstill>.Read(row) : null;

    public async ValueTask Begin(ITableStore store, CancellationToken cancellation = default) =>
        await store.Commit(new TableTransaction(Tables.Settings, Partition, [new RowChange.Upsert(Row, RowOf<Standstill>.Write(this))]), [], cancellation);

    public static async ValueTask End(ITableStore store, CancellationToken cancellation = default) =>
        await store.Commit(new TableTransaction(Tables.Settings, Partition, [new RowChange.Delete(Row)]), [], cancellation);
}

/// <summary>Why a programme stands still. The names are stored data.</summary>
public enum StandstillCause
{
    Exported,
    Importing,
    Rebuilding,
}

using System.Text.Json;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Streams;

/// <summary>The state of an agreement and where its stream stands.</summary>
/// <param name="Hash">Of the last event.</param>
/// <param name="ReferralNumber">The event at which the stored referral was written; 0 when there is none that this program can use.</param>
public sealed record LoadedAgreement(AgreementState State, string Hash, int ReferralNumber);

/// <summary>Reads agreements: snapshot, or replay where there is none that this program can use.</summary>
public sealed class AgreementStreams(ITableStore store)
{
    public async ValueTask<LoadedAgreement?> Load(AgreementId id, CancellationToken cancellation = default)
    {
        var page = await store.Query(
            new TableQuery(Tables.Agreements, id.Value, StreamRows.Snapshot, StreamRows.AfterSnapshots, 2), cancellation);
        if (page.Rows is not [var snapshot, ..])
        {
            return null;
        }

        return page.Rows is [_, var referral] && Belong(snapshot, referral)
            ? new LoadedAgreement(ReadState(snapshot, referral), snapshot.Text("hash"), (int)referral.Number("number"))
            : await Replay(id, cancellation);
    }

    /// <summary>Of this program's format, and not read while somebody wrote them.</summary>
    internal static bool Belong(TableRow snapshot, TableRow referral) =>
        snapshot.Number("format") == StreamRows.SnapshotFormat && snapshot.Number("referral") == referral.Number("number");

    /// <summary>All events of one agreement, oldest first.</summary>
    public async IAsyncEnumerable<RecordedEvent> Events(
        AgreementId id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in EventRows(id, cancellation))
        {
            yield return StreamRows.Read(row);
        }
    }

    private static AgreementState ReadState(TableRow snapshot, TableRow referral)
    {
        try
        {
            return StreamRows.ReadState(snapshot.Text("state"), referral.Text("state"));
        }
        catch (JsonException broken)
        {
            throw new StreamBrokenException(
                $"The snapshot of {snapshot.Partition} cannot be read: {broken.Message} Run `verify` for the whole picture; the events are the truth and `rebuild` makes snapshots anew.",
                broken);
        }
    }

    private async ValueTask<LoadedAgreement?> Replay(AgreementId id, CancellationToken cancellation)
    {
        AgreementState? state = null;
        var hash = StreamRows.Genesis;
        await foreach (var row in EventRows(id, cancellation))
        {
            state = Agreement.Evolve(state, StreamRows.ReadEvent(row));
            hash = row.Text("hash");
        }

        return state is null ? null : new LoadedAgreement(state, hash, 0);
    }

    private async IAsyncEnumerable<TableRow> EventRows(
        AgreementId id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await store.Query(
                new TableQuery(Tables.Agreements, id.Value, StreamRows.FirstEvent, StreamRows.AfterEvents, 500, continuation),
                cancellation);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}

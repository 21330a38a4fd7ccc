using Diversion.Casework.Inbox;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.CustodyMatches;
using NodaTime;

namespace Diversion.Casework.CustodyMatches;

/// <summary>Notices that gave no reference of ours, each a stream; one that waits is in the leads' inbox.</summary>
public sealed class CustodyMatchKind : StreamKind<CustodyMatch, CustodyMatchEvent>
{
    public static readonly CustodyMatchKind Instance = new();

    private CustodyMatchKind()
    {
    }

    public override string Name => "custodymatch";

    public override IReadOnlyList<string> ReadModels => [Tables.Inbox];

    public override EventCatalogue<CustodyMatchEvent> Events { get; } = new(
        EventEntry.Of<CustodyMatchEvent.NoticeReceived>("custody-match.notice-received"),
        EventEntry.Of<CustodyMatchEvent.MatchConfirmed>("custody-match.confirmed"),
        EventEntry.Of<CustodyMatchEvent.MatchRefused>("custody-match.refused"),
        EventEntry.Of<CustodyMatchEvent.FoundNotOurs>("custody-match.not-ours"),
        EventEntry.Of<CustodyMatchEvent.LeadsReminded>("custody-match.leads-reminded"),
        EventEntry.Of<CustodyMatchEvent.NoticePassedOn>("custody-match.passed-on"),
        EventEntry.Of<CustodyMatchEvent.RecordedByHand>("custody-match.recorded-by-hand"),
        EventEntry.Of<CustodyMatchEvent.NoticeErased>("custody-match.erased"));

    public override long SnapshotFormat => 3;

    public override string Called(long count) => count == 1 ? "possible custody match" : "possible custody matches";

    public override CustodyMatch Evolve(CustodyMatch? state, CustodyMatchEvent happened) => CustodyMatch.Evolve(state, happened);

    public override Instant? NextDue(CustodyMatch state) => state.NextDue;

    protected override void AddRows(CustodyMatch state, List<ReadModelRow> rows)
    {
        if (state.Notice is { } notice && Shown(state) is var (agreement, kind))
        {
            // The name is the notice's own: whether it is the case's person is the question.
            var row = new InboxRow(agreement.Value, notice.Name ?? "Somebody without a name", kind, CustodyMatchIds.Of(notice).Value, state.ReceivedAt, DecideBy: state.Waits ? state.Decide?.Due : null);
            rows.Add(new ReadModelRow(
                Tables.Inbox, Partitions.Leads, $"{Sortable.Descending(row.RaisedAt)}|{row.Agreement}|{row.Kind}-{row.Subject}", RowOf<InboxRow>.Write(row)));
        }
    }

    /// <summary>What a lead has to do with it, and the case that is named beside it; null when nothing.</summary>
    private static (AgreementId Agreement, string Kind)? Shown(CustodyMatch state) => state switch
    {
        { Waits: true, Candidates: [var first, ..] } => (first.Agreement, InboxRow.PossibleNotice),
        { IsUnrecorded: true, Agreement: { } agreement } => (agreement, InboxRow.UnrecordedNotice),
        _ => null,
    };
}

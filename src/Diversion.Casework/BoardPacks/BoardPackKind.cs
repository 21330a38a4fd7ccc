using Diversion.Casework.Inbox;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.BoardPacks;
using NodaTime;

namespace Diversion.Casework.BoardPacks;

/// <summary>The words and actions of the board packs: one stream, since actions go from pack to pack.</summary>
public sealed class BoardPackKind : StreamKind<BoardPackState, BoardPackEvent>
{
    public static readonly BoardPackKind Instance = new();

    private BoardPackKind()
    {
    }

    public override string Name => "boardpack";

    public override EventCatalogue<BoardPackEvent> Events { get; } = new(
        EventEntry.Of<BoardPackEvent.WordsWritten>("board-pack.words-written"),
        EventEntry.Of<BoardPackEvent.ActionAgreed>("board-pack.action-agreed"),
        EventEntry.Of<BoardPackEvent.DisparityAnswered>("board-pack.disparity-answered"),
        EventEntry.Of<BoardPackEvent.ActionReminded>("board-pack.action-reminded"),
        EventEntry.Of<BoardPackEvent.ActionClosed>("board-pack.action-closed"));

    /// <summary>2: actions have reminders.</summary>
    public override long SnapshotFormat => 2;

    public override string Called(long count) => count == 1 ? "stream of board packs" : "streams of board packs";

    public override BoardPackState Evolve(BoardPackState? state, BoardPackEvent happened) => BoardPackState.Evolve(state, happened);

    public override IReadOnlyList<string> ReadModels => [Tables.Inbox];

    /// <summary>An action waits for the leads once nobody else is reminded of it, or the last step has told them.</summary>
    protected override void AddRows(BoardPackState state, List<ReadModelRow> rows) => rows.AddRange(
        from action in state.Actions
        where action is { ClosedOn: null, Deadline: not null, Step: > 0 } && (action.Reminds is null || action.IsRaisedToLeads)
        select InboxRows.ForLeads(InboxRow.BoardAction, $"{action.Number}", $"Action {action.Number}, {action.Owner}", action.Deadline!.Ladder[action.Reminds is null ? 0 : ^1], action.Deadline!.Due));

    public override Instant? NextDue(BoardPackState state) => state.NextDue;
}

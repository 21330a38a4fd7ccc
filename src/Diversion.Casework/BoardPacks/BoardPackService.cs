using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using NodaTime;

namespace Diversion.Casework.BoardPacks;

/// <summary>Writes the words and actions of the board packs.</summary>
public sealed class BoardPackService(ITableStore store, StreamCache cache, IChangeListener listener)
    : StreamService<BoardPackId, BoardPackState, BoardPackCommand, BoardPackEvent>(BoardPackKind.Instance, store, cache, listener)
{
    protected override CommandEntry EntryOf(BoardPackCommand command) => BoardPackCommands.Of(command);

    protected override BoardPackCommand TimePassed(Instant now) => new BoardPackCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(BoardPackState? state, BoardPackCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MayWriteBoardPack(command.By) ? null : CaseworkRefusal.NotForRole();

    protected override ValueTask<Deciding<BoardPackState, BoardPackEvent>> Decide(
        BoardPackId id, BoardPackState? state, BoardPackCommand command, CancellationToken cancellation) =>
        ValueTask.FromResult(new Deciding<BoardPackState, BoardPackEvent>(BoardPackDecider.Decide(state, command)));
}

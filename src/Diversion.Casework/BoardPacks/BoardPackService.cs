using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.BoardPacks;

/// <summary>Writes the words and actions of the board packs, and reminds of the actions.</summary>
public sealed class BoardPackService(ITableStore store, StreamCache cache, CaseworkService casework, IChangeListener listener)
    : StreamService<BoardPackId, BoardPackState, BoardPackCommand, BoardPackEvent>(BoardPackKind.Instance, store, cache, listener)
{
    protected override CommandEntry EntryOf(BoardPackCommand command) => BoardPackCommands.Of(command);

    protected override BoardPackCommand TimePassed(Instant now) => new BoardPackCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(BoardPackState? state, BoardPackCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MayWriteBoardPack(command.By)
        || (command is BoardPackCommand.CloseAction close && AccessPolicy.ClosesBoardAction(command.By, state?.Actions.FirstOrDefault(action => action.Number == close.Number)))
            ? null
            : CaseworkRefusal.NotForRole();

    /// <summary>Who can be reminded of an action: whoever reads the packs or runs a team.</summary>
    public IReadOnlyList<StaffRef> Reminded
    {
        get
        {
            var programme = casework.Rulebook.Programme;
            return [.. programme.Leads.Concat(programme.TeamManagers.Values).Concat(programme.Analysts).DistinctBy(one => one.Id, StringComparer.Ordinal).OrderBy(one => one.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Before the turn: staff are another stream.</summary>
    protected override async ValueTask<BoardPackCommand> Prepare(BoardPackId id, BoardPackCommand command, CancellationToken cancellation)
    {
        await casework.KnowStaff(command.At, cancellation);
        return command;
    }

    protected override ValueTask<Deciding<BoardPackState, BoardPackEvent>> Decide(
        BoardPackId id, BoardPackState? state, BoardPackCommand command, CancellationToken cancellation) =>
        ValueTask.FromResult(new Deciding<BoardPackState, BoardPackEvent>(BoardPackDecider.Decide(state, command, Inputs(command))));

    protected override IReadOnlyList<OutgoingMessage> Messages(RecordedEvent<BoardPackEvent> recorded, BoardPackState after) =>
        BoardActionMessages.For(recorded, after, casework.Rulebook);

    private BoardPackInputs Inputs(BoardPackCommand command)
    {
        var named = command switch
        {
            BoardPackCommand.AgreeAction agree => agree.Reminds,
            BoardPackCommand.AnswerDisparity answer => answer.Reminds,
            _ => null,
        };
        return new(casework.Rulebook.DeadlinesOn(WorkingCalendar.DateOf(command.At)), named is null ? null : Reminded.FirstOrDefault(one => one.Id == named));
    }
}

using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.PublicView;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Rounds;
using NodaTime;

namespace Diversion.Casework.Rounds;

/// <summary>Commands on votes of the public.</summary>
public sealed class RoundService(ITableStore store, StreamCache cache, IChangeListener listener)
    : StreamService<RoundId, RoundState, RoundCommand, RoundEvent>(RoundKind.Instance, store, cache, listener)
{
    private readonly PublicRows published = new(store);
    private readonly VoteRows votes = new(store);

    /// <summary>The rounds with what is counted so far, latest end first; for staff.</summary>
    public async ValueTask<Reply<IReadOnlyList<PublicRound>>> All(Actor by, CancellationToken cancellation = default) => AccessPolicy.MaySeeRounds(by)
        ? new Reply<IReadOnlyList<PublicRound>>.Given([.. (await published.AllRounds(cancellation)).OrderByDescending(round => round.ClosesAt)])
        : CaseworkRefusal.NotForRole();

    /// <summary>One round with the votes so far.</summary>
    public async ValueTask<Reply<RoundView>> Of(string id, Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeRounds(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        return RoundId.Read(id) is not { } read || await Find(read, cancellation) is not { } state
            ? RoundDecider.Unknown
            : new RoundView(state, RoundKind.ResultOf(state.Counted is null ? state with { Counted = await votes.Count(state, cancellation) } : state));
    }

    protected override CommandEntry EntryOf(RoundCommand command) => RoundCommands.Of(command);

    protected override RoundCommand TimePassed(Instant now) => new RoundCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(RoundState? state, RoundCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MaySeeRounds(command.By) ? null : CaseworkRefusal.NotForRole();

    protected override async ValueTask<RoundCommand> Prepare(RoundId id, RoundCommand command, CancellationToken cancellation)
    {
        switch (command)
        {
            case RoundCommand.OpenRound open:
                var named = open.Projects.IsDefault ? [] : open.Projects;
                return open.With([.. (await published.AllProjects(cancellation)).Where(one => !one.IsDone && one.Text.Area == open.Area && named.Contains(one.Id)).Select(one => new RoundChoice(one.Id, one.Text.Name))]);
            case RoundCommand.TimePassed passed when await Find(id, cancellation) is { Counted: null } state && state.NextDue <= command.At:
                return passed with { Counted = await votes.Count(state, cancellation) };
            case RoundCommand.PublishResult when await Find(id, cancellation) is { Counted: not null }:
                await votes.ForgetAddresses(id.Value, cancellation);
                return command;
            default:
                return command;
        }
    }

    protected override ValueTask<Deciding<RoundState, RoundEvent>> Decide(RoundId id, RoundState? state, RoundCommand command, CancellationToken cancellation) =>
        new(new Deciding<RoundState, RoundEvent>(RoundDecider.Decide(id, state, command)));
}

/// <param name="Votes">So far, or as they were counted at the end.</param>
public sealed record RoundView(RoundState State, IReadOnlyList<PublicResult> Votes);

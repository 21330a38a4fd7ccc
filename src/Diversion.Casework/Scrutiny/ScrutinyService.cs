using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Scrutiny;
using Diversion.Evaluation.Panel;
using NodaTime;

namespace Diversion.Casework.Scrutiny;

/// <summary>
/// Commands on sittings of the scrutiny panel. It reads cases and never sends one a command: a verdict changes no case.
/// </summary>
public sealed class ScrutinyService(ITableStore store, StreamCache cache, CaseworkService casework, IChangeListener listener, PanelSeeds seeds)
    : StreamService<SittingId, SittingState, SittingCommand, SittingEvent>(SittingKind.Instance, store, cache, listener)
{
    protected override CommandEntry EntryOf(SittingCommand command) => SittingCommands.Of(command);

    protected override SittingCommand TimePassed(Instant now) => new SittingCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(SittingState? state, SittingCommand command) => command switch
    {
        _ when AccessPolicy.IsClock(command.By.Role) => null,
        SittingCommand.GiveVerdict => AccessPolicy.SitsOnPanel(command.By) ? null : CaseworkRefusal.NotForRole(),
        SittingCommand.ReadFeedback => AccessPolicy.GetsPanelFeedback(command.By) ? null : CaseworkRefusal.NotForRole(),
        _ => AccessPolicy.MayRunPanel(command.By) ? null : CaseworkRefusal.NotForRole(),
    };

    protected override async ValueTask<Deciding<SittingState, SittingEvent>> Decide(
        SittingId id, SittingState? state, SittingCommand command, CancellationToken cancellation) =>
        new(SittingDecider.Decide(id, state, command, await Facts(state, command, cancellation)));

    protected override IReadOnlyList<OutgoingMessage> Messages(RecordedEvent<SittingEvent> recorded, SittingState after) =>
        PanelMessages.For(recorded, casework.Rulebook);

    private async ValueTask<SittingInputs> Facts(SittingState? state, SittingCommand command, CancellationToken cancellation)
    {
        switch (command)
        {
            case SittingCommand.PlanSitting when state is null:
                var (seal, key) = seeds.Make();
                return new(casework.Rulebook.Programme.PanelMembers, seal, key);
            case SittingCommand.DrawSample when state is { Status: SittingStatus.Planned }:
                return await Draw(state, cancellation);
            case SittingCommand.GiveVerdict give when state?.Case(give.Case) is { } drawn:
                return new(TookPart: await TookPart(drawn.Agreement, give.By, cancellation));
            case SittingCommand.RecordPanelVerdict record when state?.Case(record.Case) is { } drawn:
                return new(Officer: (await casework.Find(drawn.Agreement, cancellation))?.Referral.Officer);
            case SittingCommand.CloseSitting when state is not null:
                return new(Seed: state.DrawnAt is null ? null : seeds.Of(state).Open());
            default:
                return new();
        }
    }

    /// <summary>Whether the panel member has had a part in the case, under this account or by their name.</summary>
    internal async ValueTask<bool> TookPart(AgreementId agreement, Actor member, CancellationToken cancellation)
    {
        if (await casework.Find(agreement, cancellation) is not { } state)
        {
            return false;
        }

        var events = new List<RecordedEvent>();
        await foreach (var recorded in casework.Events(agreement, cancellation))
        {
            events.Add(recorded);
        }

        return CasePeople.TookPart(state, events, member);
    }

    private async ValueTask<SittingInputs> Draw(SittingState state, CancellationToken cancellation)
    {
        var decided = await DecidedCases.Of(Store, state.About, cancellation);
        var groups = decided.ToDictionary(one => one.Case, one => one.Group, StringComparer.Ordinal);
        var drawn = PanelSample.Draw(decided, state.Size, seeds.Of(state), state.Quarter);
        return new(
            Drawn: [.. drawn.Select((one, index) => new SampledCase(index + 1, new AgreementId(one), groups[one]))],
            Among: [.. decided.GroupBy(one => one.Group, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new DecidedGroup(group.Key, [.. group.Select(one => one.Case).Order(StringComparer.Ordinal).Select(one => new AgreementId(one))]))]);
    }
}

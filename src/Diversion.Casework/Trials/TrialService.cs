using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Trials;
using Diversion.Evaluation.Trial;
using NodaTime;

namespace Diversion.Casework.Trials;

/// <summary>
/// Commands on trials. A trial's stream is the truth about who was allocated to what; a case follows by a command that
/// changes nothing when it comes twice, and a crash in between is finished by the sweep.
/// </summary>
/// <param name="cases">Asked for when it is needed: cases ask trials, too.</param>
public sealed class TrialService(
    ITableStore store, StreamCache cache, Rulebook rulebook, IChangeListener listener, TrialKeys keys, OpenTrials open, Func<IAllocatedCases> cases)
    : StreamService<TrialId, TrialState, TrialCommand, TrialEvent>(TrialKind.Instance, store, cache, listener)
{
    /// <summary>Trials open one after the other in one process.</summary>
    private const string Opening = "trials/opening";

    /// <summary>Before a decision: the open trial as others may have changed it.</summary>
    public ValueTask Refresh(CancellationToken cancellation = default) => open.Refresh(cancellation);

    /// <summary>Every trial of the programme.</summary>
    public ValueTask<IReadOnlyList<TrialRow>> All(CancellationToken cancellation = default) => open.All(cancellation);

    /// <summary>Draws the person's arm in the open trial, or finds the one that was drawn for them.</summary>
    /// <param name="state">A case that may be allocated.</param>
    /// <param name="asked">By whom, and with what the person answered.</param>
    public async ValueTask<(DrawnArm? Drawn, Refusal? Refusal)> Draw(AgreementState state, ReferralCommand.AllocateArm asked, CancellationToken cancellation)
    {
        if (rulebook.Trial is not { Id: var id } || await Find(id, cancellation) is not { Status: TrialStatus.Open } trial)
        {
            return (null, NotOpen);
        }

        if (StratumFacts.Find(trial.Protocol, state.Referral, rulebook.SchemeOf(state).Vocabulary, out var stratum) is { } without)
        {
            return (null, new Refusal.RuleForbids(RefusalCode.StratumMissing, without));
        }

        var command = new TrialCommand.AllocatePerson(state.Id, stratum, PersonMarking.Of(state.Referral.Person, keys.PeopleKeyOf(trial)), asked.ResearchConsent) { By = asked.By, At = asked.At };
        return await Execute(id, command, null, cancellation) switch
        {
            Outcome<TrialState>.Accepted accepted => (accepted.State.ArmFor(state.Id), null),
            Outcome<TrialState>.Unchanged unchanged => (unchanged.State.ArmFor(state.Id), null),
            Outcome<TrialState>.Refused refused => (null, refused.Refusal),
            var other => throw new InvalidOperationException($"No answer to {other.GetType().Name}."),
        };
    }

    protected override CommandEntry EntryOf(TrialCommand command) => TrialCommands.Of(command);

    protected override TrialCommand TimePassed(Instant now) => new TrialCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(TrialState? state, TrialCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MayRunTrials(command.By)
        || (command is TrialCommand.AllocatePerson && AccessPolicy.IsForRole<ReferralCommand.AllocateArm>(command.By))
            ? null
            : CaseworkRefusal.NotForRole();

    /// <summary>Before the turn: a case is another stream, and may wait in the same place.</summary>
    protected override async ValueTask<TrialCommand> Prepare(TrialId id, TrialCommand command, CancellationToken cancellation)
    {
        if (command is not TrialCommand.TimePassed passing || await Find(id, cancellation) is not { } trial)
        {
            return command;
        }

        var followed = ImmutableArray.CreateBuilder<CaseAnswer>();
        foreach (var waiting in trial.ToPassOn.Where(waiting => waiting.At + TrialState.PassOnAfter <= command.At))
        {
            followed.Add(new CaseAnswer(waiting.Case, (await cases().Follow(waiting.Case, trial.ArmFor(waiting.Case)!, command.At, cancellation))?.Code));
        }

        return passing with { Followed = followed.ToImmutable() };
    }

    protected override async ValueTask<Deciding<TrialState, TrialEvent>> Decide(
        TrialId id, TrialState? state, TrialCommand command, CancellationToken cancellation)
    {
        if (command is not TrialCommand.OpenTrial || state is null)
        {
            return new(TrialDecider.Decide(id, state, command, FactsFor(state, command)));
        }

        var turn = await SharedTurn(Opening, cancellation);
        try
        {
            var other = await open.Find(cancellation);
            var (seal, made) = keys.Make();
            var facts = new TrialInputs(PlanFaults(state), other is not null && other.Id != id ? other.Protocol.Title : null, seal, made);
            return new(TrialDecider.Decide(id, state, command, facts), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    protected override void Known(TrialState state) => rulebook.Know(state);

    /// <summary>What arms, strata and blocks of a draft lack, in words.</summary>
    public ImmutableArray<string> PlanFaults(TrialState trial) =>
    [
        .. PlanCheck.Faults(TrialPlans.Of(trial)),
        .. from factor in trial.Protocol.Factors
           let known = StratumFacts.Known(factor.Fact, rulebook.Schemes.Vocabulary)
           from value in factor.Values
           where !known.Contains(value)
           select $"Nobody’s {StratumFacts.InWords(factor.Fact)} can be \"{value}\". It is one of: {string.Join(", ", known)}.",
    ];

    private TrialInputs FactsFor(TrialState? state, TrialCommand command) => (state, command) switch
    {
        ({ Status: TrialStatus.Open }, TrialCommand.AllocatePerson) =>
            new TrialInputs(ArmAt: (stratum, position) => new AllocationSequence(TrialPlans.Of(state), keys.SeedOf(state), stratum).ArmAt(position)),
        ({ Status: TrialStatus.Closed }, TrialCommand.UnsealTrial) => new TrialInputs(Seed: keys.SeedOf(state).Open()),
        _ => new TrialInputs(),
    };

    private static Refusal NotOpen { get; } = new Refusal.WrongState(RefusalCode.TrialNotOpen, "The trial has closed in the meantime. Open the case again to see what can be done.");
}

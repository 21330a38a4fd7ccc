using Diversion.Casework.Access;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Programmes;
using Diversion.Casework.Projects;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Search;
using Diversion.Casework.Serialization;
using Diversion.Casework.Services;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Trials;
using Diversion.Domain.Agreements;
using Diversion.Domain.Keeping;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;
using Diversion.Domain.Visits;
using NodaTime;

namespace Diversion.Casework.Agreements;

/// <summary>Commands on agreements.</summary>
/// <param name="staff">Where other processes may change the staff directory; null where this one knows it.</param>
/// <param name="trials">Null where nobody is enrolled, as in an import: then no arm can be asked for.</param>
/// <param name="slots">Likewise: then nothing can be booked with a service.</param>
public sealed class CaseworkService(
    ITableStore store, StreamCache cache, Rulebook rulebook, IChangeListener listener, StaffService? staff = null, TrialService? trials = null, ISlots? slots = null)
    : StreamService<AgreementId, AgreementState, AgreementCommand, AgreementEvent>(AgreementKind.Instance, store, cache, listener), IAllocatedCases, IBookedCases
{
    private readonly DuplicateSearch duplicates = new(store);
    private readonly ServiceNames services = new(store);
    private readonly ProjectNames projects = new(store);

    public Rulebook Rulebook => rulebook;

    /// <summary>A message of the agreement waits for delivery that no command has created.</summary>
    internal ValueTask MessageWaits(AgreementState state) => MessageWaits(state.Id, state);

    /// <summary>Before anybody is written to: the directory as others may have changed it.</summary>
    internal ValueTask KnowStaff(Instant at, CancellationToken cancellation) => staff?.Refresh(at, cancellation) ?? ValueTask.CompletedTask;

    /// <summary>A case comes in that another programme handed over; its bundle has been checked.</summary>
    /// <param name="rows">Its events, as they are stored.</param>
    internal ValueTask<Outcome> Adopt(AgreementState state, string hash, IReadOnlyList<RowChange.Insert> rows, AgreementCommand command, CancellationToken cancellation) =>
        Adopt(state.Id, state, hash, rows, command, cancellation);

    /// <summary>What names the person is taken out of the record. That a lead ordered it, or once did, the caller has made sure of.</summary>
    /// <param name="status">That of the case when it was erased for the first time; null for the present one.</param>
    internal ValueTask<Outcome?> Erase(AgreementId id, AgreementStatus? status, Instant at, CancellationToken cancellation) => Erase(
        id,
        static state => state.IsErased,
        static state => new StoredErasure(WorkingCalendar.DateOf(state.Referral.ReferredAt)),
        (state, digest) => new KeepingCommand.EndErasure(status ?? state.Status, digest) { By = Actor.Clock, At = at },
        cancellation);

    async ValueTask<Refusal?> IAllocatedCases.Follow(AgreementId agreement, DrawnArm drawn, Instant now, CancellationToken cancellation) =>
        (await Execute(agreement, new ReferralCommand.AllocateArm().With(drawn) with { By = Actor.Clock, At = now }, null, cancellation) as Outcome.Refused)?.Refusal;

    async ValueTask<Refusal?> IBookedCases.Follow(AgreementId agreement, BookedSlot slot, bool givenBack, Instant now, CancellationToken cancellation)
    {
        VisitCommand? command = new VisitCommand.BookVisit(slot.Service.Id, slot.StartsAt).With(slot);
        if (givenBack)
        {
            command = (await Find(agreement, cancellation))?.Visits.FirstOrDefault(visit => visit.Status == VisitStatus.Booked && visit.Service.Id == slot.Service.Id && visit.StartsAt == slot.StartsAt) is { } booked
                ? new VisitCommand.CancelVisit(booked.Number) { Reason = "The cancellation had begun." }
                : null;
        }

        return command is null ? null : (await Execute(agreement, command with { By = Actor.Clock, At = now }, null, cancellation) as Outcome.Refused)?.Refusal;
    }

    protected override CommandEntry EntryOf(AgreementCommand command) => CommandCatalogue.Of(command);

    protected override AgreementCommand TimePassed(Instant now) => new TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(AgreementState? state, AgreementCommand command) =>
        state is null ? null : AccessPolicy.MayCommand(command.By, state, command);

    protected override async ValueTask<AgreementCommand> Prepare(AgreementId id, AgreementCommand command, CancellationToken cancellation)
    {
        await KnowStaff(command.At, cancellation);
        command = await projects.Of(await services.Of(command, cancellation), cancellation);
        if (trials is not null)
        {
            await trials.Refresh(cancellation);
        }

        return command switch
        {
            ReferralCommand.AllocateArm { Drawn: null } asked when trials is not null => await Ask(trials, id, asked, cancellation),
            VisitCommand.BookVisit { Slot: null } asked when slots is not null => await Take(slots, id, asked, cancellation),
            VisitCommand.CancelVisit asked when slots is not null => await GiveBack(slots, id, asked, cancellation),
            _ => command,
        };
    }

    /// <summary>The service gives the slot before the case's own turn, and only if the case may have it.</summary>
    private async ValueTask<AgreementCommand> Take(ISlots slots, AgreementId id, VisitCommand.BookVisit asked, CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is not { } state || MayCommand(state, asked) is not null)
        {
            return asked;
        }

        var (slot, refusal) = await slots.Offered(id, asked, cancellation);
        if (slot is null || Agreement.Decide(state, asked.With(slot), rulebook.RulesInForceFor(state, asked)) is not { Refusal: null, Events.Count: > 0 })
        {
            return slot is null ? asked.Without(refusal!) : asked.With(slot);
        }

        refusal = await slots.Take(id, asked, cancellation);
        return refusal is null ? asked.With(slot) : asked.Without(refusal);
    }

    /// <summary>The slot is marked before the case's own turn: a crash in between leaves it taken until the sweep has cancelled the appointment, and never free with somebody coming.</summary>
    private async ValueTask<AgreementCommand> GiveBack(ISlots slots, AgreementId id, VisitCommand.CancelVisit asked, CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is { } state && MayCommand(state, asked) is null
            && Agreement.Decide(state, asked, rulebook.RulesInForceFor(state, asked)) is { Refusal: null, Events.Count: > 0 })
        {
            await slots.GiveBack(id, state.Visits.First(visit => visit.Number == asked.Number), asked, cancellation);
        }

        return asked;
    }

    /// <summary>
    /// The trial draws before the case's own turn, as it is another stream, and only if the case may have an arm. What it drew
    /// stands even if this command comes no further: the sweep writes it on the case.
    /// </summary>
    private async ValueTask<AgreementCommand> Ask(TrialService trials, AgreementId id, ReferralCommand.AllocateArm asked, CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is not { } state || MayCommand(state, asked) is not null
            || Agreement.Decide(state, asked.AsExample(), rulebook.RulesInForceFor(state, asked)) is not { Refusal: null, Events.Count: > 0 })
        {
            return asked;
        }

        var (drawn, refusal) = await trials.Draw(state, asked, cancellation);
        return drawn is null ? asked.Without(refusal!) : asked.With(drawn);
    }

    protected override async ValueTask<Deciding<AgreementState, AgreementEvent>> Decide(
        AgreementId id, AgreementState? state, AgreementCommand command, CancellationToken cancellation)
    {
        var inForce = rulebook.RulesInForceFor(state, command);
        IDisposable? turn = null;
        try
        {
            if (DuplicateSearch.IsAskedBy(state, command))
            {
                turn = await SharedTurn(PersonOf(state, command), cancellation);
                inForce = inForce with { Duplicates = await duplicates.For(id, state, command, cancellation) };
            }

            if (state is not null && DuplicateSearch.IsBooking(command))
            {
                turn = await SharedTurns(DuplicateSearch.NumbersOf(state), cancellation);
                inForce = await duplicates.WithOtherAppointments(inForce, state, command, cancellation);
            }

            var decision = Agreement.Decide(state, command, inForce);
            return decision.Events.Count > 0 && command is ReferralCommand.Refer refer && refer.Id != id
                ? throw new ArgumentException("A referral is executed under its own reference.", nameof(id))
                : new Deciding<AgreementState, AgreementEvent>(decision, turn);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    protected override IReadOnlyList<OutgoingMessage> Messages(RecordedEvent<AgreementEvent> recorded, AgreementState after) =>
        EventMessages.For(recorded, after, rulebook.SchemeOf(after), rulebook.Programme);

    internal override async ValueTask<Redirection> Redirected(string id, OutgoingMessage message, Instant now, CancellationToken cancellation) => message switch
    {
        OutgoingMessage.Mail { ToParticipant: true } or OutgoingMessage.Text when await Find(new AgreementId(id), cancellation) is { } state => PersonMessages.Redirected(message, state),
        OutgoingMessage.Mail { ToParticipant: false } mail => TaskMails.Redirected(mail, rulebook.Programme),
        _ => new Redirection.To(message),
    };

    internal override async ValueTask Undelivered(string id, OutgoingMessage message, string? fault, bool recipientFails, Instant now, CancellationToken cancellation) => await Execute(
        new AgreementId(id), new TermCommand.ReportUndelivered(message.Id, recipientFails ? PersonMessages.ContactOf(message) : null) { By = Actor.Clock, At = now, Reason = fault }, null, cancellation);

    /// <summary>By name and birth date. Two cases that share only a PNC id or a custody reference are compared at the approval.</summary>
    private static string PersonOf(AgreementState? state, AgreementCommand command)
    {
        var person = state?.Referral.Person ?? ((ReferralCommand.Refer)command).Person;
        return person is null ? "" : IdentityKeys.Of(person, null).Select(key => key.Partition).FirstOrDefault() ?? "";
    }
}

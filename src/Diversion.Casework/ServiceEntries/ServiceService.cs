using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Services;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Services;
using Diversion.Domain.Time;
using Diversion.Domain.Visits;
using NodaTime;

namespace Diversion.Casework.ServiceEntries;

/// <summary>
/// Commands on services of the directory. A service's stream is the truth about who has a slot; a case follows by a command that
/// changes nothing when it comes twice, and a crash in between is finished by the sweep.
/// </summary>
/// <param name="cases">Asked for when it is needed: cases ask services, too. Null where nothing is booked, as in an import.</param>
public sealed class ServiceService(
    ITableStore store, StreamCache cache, Rulebook rulebook, ServiceDirectory directory, IChangeListener listener, Func<IBookedCases>? cases = null)
    : StreamService<ServiceId, ServiceState, ServiceCommand, ServiceEvent>(ServiceKind.Instance, store, cache, listener), ISlots
{
    async ValueTask<(BookedSlot? Slot, Refusal? Refusal)> ISlots.Offered(AgreementId agreement, VisitCommand.BookVisit asked, CancellationToken cancellation)
    {
        if (ServiceId.Read(asked.Service) is not { } id || await Find(id, cancellation) is not { } state)
        {
            return (null, ServiceDecider.Unknown);
        }

        var example = new ServiceCommand.TakeSlot(agreement, asked.StartsAt) { By = asked.By, At = asked.At };
        return ServiceDecider.Decide(id, state, example, InputsAt(asked.At)).Refusal is { } refusal
            ? (null, refusal)
            : (SlotOf(state, asked.StartsAt), null);
    }

    async ValueTask<Refusal?> ISlots.Take(AgreementId agreement, VisitCommand.BookVisit asked, CancellationToken cancellation) =>
        (await Execute(new ServiceId(asked.Service), new ServiceCommand.TakeSlot(agreement, asked.StartsAt) { By = asked.By, At = asked.At }, null, cancellation) as Outcome<ServiceState>.Refused)?.Refusal;

    async ValueTask ISlots.GiveBack(AgreementId agreement, Visit visit, AgreementCommand because, CancellationToken cancellation) =>
        await Execute(new ServiceId(visit.Service.Id), new ServiceCommand.GiveBackSlot(agreement, visit.StartsAt) { By = because.By, At = because.At }, null, cancellation);

    protected override CommandEntry EntryOf(ServiceCommand command) => ServiceCommands.Of(command);

    protected override ServiceCommand TimePassed(Instant now) => new ServiceCommand.TimePassed { By = Actor.Clock, At = now };

    /// <summary>Whose entry it is, the domain decides: it records who tried to change another's.</summary>
    protected override Refusal? MayCommand(ServiceState? state, ServiceCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MayKeepServices(command.By)
        || (command is ServiceCommand.TakeSlot && AccessPolicy.IsForRole<VisitCommand.BookVisit>(command.By))
        || (command is ServiceCommand.GiveBackSlot && AccessPolicy.IsForRole<VisitCommand.CancelVisit>(command.By))
            ? null
            : CaseworkRefusal.NotForRole();

    /// <summary>Before the turn: a case is another stream, and may wait in the same place.</summary>
    protected override async ValueTask<ServiceCommand> Prepare(ServiceId id, ServiceCommand command, CancellationToken cancellation)
    {
        if (command is not ServiceCommand.TimePassed passing || cases is null || await Find(id, cancellation) is not { } state)
        {
            return command;
        }

        var followed = ImmutableArray.CreateBuilder<SlotAnswer>();
        foreach (var hold in state.ToFollow.Where(hold => hold.At + SlotHold.FollowAfter <= command.At))
        {
            var refusal = await cases().Follow(hold.Case, SlotOf(state, hold.StartsAt), hold.GivenBack, command.At, cancellation);
            followed.Add(new SlotAnswer(hold.StartsAt, hold.Case, hold.GivenBack, refusal?.Code));
        }

        return passing with { Followed = followed.ToImmutable() };
    }

    protected override ValueTask<Deciding<ServiceState, ServiceEvent>> Decide(ServiceId id, ServiceState? state, ServiceCommand command, CancellationToken cancellation) =>
        new(new Deciding<ServiceState, ServiceEvent>(ServiceDecider.Decide(id, state, command, InputsAt(command.At))));

    protected override IReadOnlyList<OutgoingMessage> Messages(RecordedEvent<ServiceEvent> recorded, ServiceState after) => PartnershipMessages.For(recorded, after, rulebook);

    protected override void Known(ServiceState state) => directory.Know(state);

    private ServiceInputs InputsAt(Instant at) => new(rulebook.Programme.Staff, rulebook.DeadlinesOn(WorkingCalendar.DateOf(at)), rulebook.Schemes.Vocabulary);

    private static BookedSlot SlotOf(ServiceState state, Instant startsAt)
    {
        var slot = state.SlotAt(startsAt)!;
        return new BookedSlot(new ServiceRef(state.Id, state.Entry.Name), state.Entry.Organisation, startsAt, slot.Minutes, slot.Place ?? AddressOf(state.Entry));
    }

    private static string? AddressOf(ServiceEntry entry) => entry.Address is null ? null : string.Join(", ", new[] { entry.Address, entry.Postcode }.OfType<string>());
}

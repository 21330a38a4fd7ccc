using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Services;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Services;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.ServiceEntries;

/// <summary>Commands on services of the directory.</summary>
public sealed class ServiceService(ITableStore store, StreamCache cache, Rulebook rulebook, ServiceDirectory directory, IChangeListener listener)
    : StreamService<ServiceId, ServiceState, ServiceCommand, ServiceEvent>(ServiceKind.Instance, store, cache, listener)
{
    protected override CommandEntry EntryOf(ServiceCommand command) => ServiceCommands.Of(command);

    protected override ServiceCommand TimePassed(Instant now) => new ServiceCommand.TimePassed { By = Actor.Clock, At = now };

    /// <summary>Whose entry it is, the domain decides: it records who tried to change another's.</summary>
    protected override Refusal? MayCommand(ServiceState? state, ServiceCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MayKeepServices(command.By) ? null : CaseworkRefusal.NotForRole();

    protected override ValueTask<Deciding<ServiceState, ServiceEvent>> Decide(ServiceId id, ServiceState? state, ServiceCommand command, CancellationToken cancellation) =>
        new(new Deciding<ServiceState, ServiceEvent>(ServiceDecider.Decide(
            id, state, command, new ServiceInputs(rulebook.Programme.Staff, rulebook.DeadlinesOn(WorkingCalendar.DateOf(command.At)), rulebook.Schemes.Vocabulary))));

    protected override IReadOnlyList<OutgoingMessage> Messages(RecordedEvent<ServiceEvent> recorded, ServiceState after) => PartnershipMessages.For(recorded, after, rulebook);

    protected override void Known(ServiceState state) => directory.Know(state);
}

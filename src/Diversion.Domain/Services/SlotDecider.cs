using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Services;

/// <summary>Decides on the times that a service keeps free. Of two that want the same, the one whose command comes first has it.</summary>
internal static class SlotDecider
{
    /// <summary>Of one service at once: half a year of working days with two a day.</summary>
    private const int MostAhead = 250;

    private static readonly Duration Furthest = Duration.FromDays(366);

    public static Decision<ServiceState, ServiceEvent> Decide(ServiceState state, ServiceCommand command) => command switch
    {
        ServiceCommand.PublishSlots c => Publish(state, c),
        ServiceCommand.WithdrawSlot c => Withdraw(state, c),
        ServiceCommand.TakeSlot c => Take(state, c),
        ServiceCommand.GiveBackSlot c => GiveBack(state, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Decision<ServiceState, ServiceEvent> Publish(ServiceState state, ServiceCommand.PublishSlots command)
    {
        if (state.IsClosed)
        {
            return Refused(state, new Refusal.WrongState(RefusalCode.ServiceClosed, "The service is closed. Open it again before you offer times."));
        }

        if (command.Slots.IsDefaultOrEmpty || command.Slots.Length > ServiceCommand.PublishSlots.Most)
        {
            return Refused(state, Invalid($"Give 1 to {ServiceCommand.PublishSlots.Most} times at once."));
        }

        var texts = new TextInspection();
        foreach (var slot in command.Slots)
        {
            if (slot is null || slot.Minutes is < ServiceSlot.ShortestMinutes or > ServiceSlot.LongestMinutes)
            {
                return Refused(state, Invalid($"A time lasts from {Words.Length(ServiceSlot.ShortestMinutes)} to {Words.Length(ServiceSlot.LongestMinutes)}."));
            }

            if (slot.StartsAt <= command.At || slot.StartsAt > command.At + Furthest)
            {
                return Refused(state, Invalid("Each time is still to come, and within the next year."));
            }

            texts.Line("slots.place", slot.Place);
        }

        if (texts.Fault is { } fault)
        {
            return Refused(state, fault);
        }

        ImmutableArray<ServiceSlot> more = [.. command.Slots.Where(slot => state.SlotAt(slot.StartsAt) is null).DistinctBy(slot => slot.StartsAt)];
        return more.IsEmpty ? new([], null, state)
            : state.Slots.Count(slot => slot.StartsAt > command.At) + more.Length > MostAhead
                ? Refused(state, Invalid($"A service has at most {MostAhead} times ahead. Offer the later ones when some of these are over."))
                : Raised(state, new ServiceEvent.SlotsPublished(more, command.By.AsStaff(), command.At));
    }

    private static Decision<ServiceState, ServiceEvent> Withdraw(ServiceState state, ServiceCommand.WithdrawSlot command) =>
        state.HoldOf(command.StartsAt) is not null
            ? Refused(state, new Refusal.WrongState(RefusalCode.SlotTaken, "This time is booked. Open the case and cancel the appointment there, so that the person is told."))
            : state.SlotAt(command.StartsAt) is null
                ? new([], null, state)
                : Raised(state, new ServiceEvent.SlotWithdrawn(command.StartsAt, command.By.AsStaff(), command.At));

    private static Decision<ServiceState, ServiceEvent> Take(ServiceState state, ServiceCommand.TakeSlot command)
    {
        if (state.HoldOf(command.StartsAt) is { } hold)
        {
            return hold.Case != command.Case || hold.GivenBack
                ? Refused(state, Taken)
                : new([], null, state);
        }

        return state.Free(command.At).All(slot => slot.StartsAt != command.StartsAt)
            ? Refused(state, Gone)
            : Raised(state, new ServiceEvent.SlotTaken(command.StartsAt, command.Case, command.By.AsStaff(), command.At));
    }

    /// <summary>One that is not held by this case is none of its business any more.</summary>
    private static Decision<ServiceState, ServiceEvent> GiveBack(ServiceState state, ServiceCommand.GiveBackSlot command) =>
        state.HoldOf(command.StartsAt) is { GivenBack: false } hold && hold.Case == command.Case
            ? Raised(state, new ServiceEvent.SlotGivenBack(command.StartsAt, command.Case, command.By.AsStaff(), command.At))
            : new([], null, state);

    private static Refusal Taken { get; } = new Refusal.WrongState(RefusalCode.SlotTaken, "Somebody else has just booked this time. Choose another one.");

    private static Refusal Gone { get; } = new Refusal.WrongState(RefusalCode.SlotUnknown, "The service does not offer this time any more. Choose another one.");

    private static Refusal.Invalid Invalid(string why) => new(RefusalCode.SlotInvalid, why) { Field = "slots" };

    private static Decision<ServiceState, ServiceEvent> Raised(ServiceState state, ServiceEvent happened) => new([happened], null, ServiceState.Evolve(state, happened));

    private static Decision<ServiceState, ServiceEvent> Refused(ServiceState state, Refusal refusal) => new([], refusal, state);
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Visits;

/// <summary>Books appointments with services. The service's stream says who has a slot; the case follows it.</summary>
internal static class VisitDecider
{
    /// <summary>To come, in one case at once: a person with more has no time to keep them.</summary>
    private const int MostAhead = 10;

    public static Refusal? Decide(DecisionContext context, VisitCommand command) => command switch
    {
        VisitCommand.BookVisit c => Book(context, c),
        VisitCommand.CancelVisit c => Cancel(context, c),
        VisitCommand.RecordVisit c => Record(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Book(DecisionContext context, VisitCommand.BookVisit command)
    {
        if (context.State.Visits.Any(visit => visit.Status == VisitStatus.Booked && visit.Service.Id == command.Service && visit.StartsAt == command.StartsAt))
        {
            return null;
        }

        if (command.Slot is not { } slot)
        {
            return command.NotGiven ?? new Refusal.WrongState(RefusalCode.SlotUnknown, "The service could not be asked here. Nothing was booked; try again.");
        }

        if (slot.StartsAt <= context.Now)
        {
            return new Refusal.Invalid(RefusalCode.DateInPast, $"{Words.DayAndTime(slot.StartsAt)} is in the past. Choose a time that is still to come.") { Field = "startsAt" };
        }

        if (context.State.Visits.Count(visit => visit.Status == VisitStatus.Booked) >= MostAhead)
        {
            return new Refusal.RuleForbids(RefusalCode.TooManyVisits, $"The person has {MostAhead} appointments with services already. Record whether they came, or cancel one first.");
        }

        if (Overlap.Check(context, null, slot.StartsAt, slot.Minutes) is { } taken)
        {
            return taken;
        }

        context.Raise(new VisitEvent.VisitBooked(
            context.State.Visits.Length + 1,
            slot.Service,
            slot.Provider,
            slot.StartsAt,
            slot.Minutes,
            slot.Place,
            context.InWorkingDays(RuleIds.VisitOutcome, context.Scheme.Recording.OutcomeWorkingDays, slot.StartsAt),
            context.State.KeyWorker is null ? Addressee.PoliceOfficer : Addressee.KeyWorker,
            context.Command.By.Name));
        return null;
    }

    private static Refusal? Cancel(DecisionContext context, VisitCommand.CancelVisit command)
    {
        if (Find(context.State, command.Number) is not { } visit)
        {
            return Unknown(command.Number);
        }

        if (visit.Status == VisitStatus.Cancelled)
        {
            return null;
        }

        if (visit.Status != VisitStatus.Booked || context.Now >= visit.StartsAt)
        {
            return new Refusal.WrongState(RefusalCode.AppointmentBegun, $"This appointment began at {Words.Moment(visit.StartsAt)}. Record whether the person came.");
        }

        context.Raise(new VisitEvent.VisitCancelled(visit.Number));
        return null;
    }

    private static Refusal? Record(DecisionContext context, VisitCommand.RecordVisit command)
    {
        if (Find(context.State, command.Number) is not { } visit)
        {
            return Unknown(command.Number);
        }

        if (visit.Status == VisitStatus.Cancelled)
        {
            return new Refusal.WrongState(RefusalCode.AppointmentSettled, "This appointment was cancelled. If the person came all the same, write a note.");
        }

        if (context.Now < visit.StartsAt)
        {
            return new Refusal.WrongState(RefusalCode.AppointmentNotYet, $"This appointment begins at {Words.Moment(visit.StartsAt)}. Record then whether the person came.");
        }

        if (visit.Status != (command.Came ? VisitStatus.Came : VisitStatus.DidNotCome))
        {
            context.Raise(new VisitEvent.VisitRecorded(visit.Number, command.Came));
        }

        return null;
    }

    private static Visit? Find(AgreementState state, int number) => state.Visits.FirstOrDefault(visit => visit.Number == number);

    private static Refusal.Unknown Unknown(int number) =>
        new(RefusalCode.AppointmentUnknown, $"The case has no appointment {number} with a service. Open the case and choose one there.");
}

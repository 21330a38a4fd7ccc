using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Time;

namespace Diversion.Domain.Transfers;

internal static class CourtesySupervisionDecider
{
    public static Refusal? Arrange(DecisionContext context, TransferCommand.ArrangeCourtesySupervision command)
    {
        var term = context.State.Term!;
        if (command.From < term.SignedOn || command.From > term.LastDay)
        {
            return Invalid("from", $"The agreement runs from {Words.Date(term.SignedOn)} to {Words.Date(term.LastDay)}. Give a first day in between.");
        }

        if (command.Until < LocalDate.Max(command.From, context.Today) || command.Until > term.LastDay)
        {
            return Invalid("until", $"The last day is from {Words.Date(LocalDate.Max(command.From, context.Today))} to {Words.Date(term.LastDay)}, when the agreement ends.");
        }

        if (OutOfTime(context, command.ReviewOn, command.Until) is { } refused)
        {
            return refused;
        }

        var arranged = new CourtesySupervision(
            command.Organisation.Trim(), command.Contact.Trim(), command.From, command.Until, WorkingCalendar.EndOf(command.Until), command.What.Trim())
        {
            Said = context.State.CourtesySupervision?.Said,
        };
        var review = context.AtCloseOf(RuleIds.CourtesyReview, command.ReviewOn);
        if (context.State.CourtesySupervision == arranged && IsDue(context, review))
        {
            return null;
        }

        context.Raise(new TransferEvent.CourtesySupervisionArranged(
            arranged.Organisation, arranged.Contact, arranged.From, arranged.Until, arranged.EndsAt, arranged.What, review));
        return null;
    }

    public static Refusal? Review(DecisionContext context, TransferCommand.ReviewCourtesySupervision command)
    {
        if (context.State.CourtesySupervision is not { } arranged)
        {
            return None();
        }

        if (command.ReviewOn is { } next && OutOfTime(context, next, arranged.Until) is { } refused)
        {
            return refused;
        }

        var review = command.ReviewOn is { } on ? context.AtCloseOf(RuleIds.CourtesyReview, on) : null;
        if (arranged.Said != command.Said.Trim() || !IsDue(context, review))
        {
            context.Raise(new TransferEvent.CourtesySupervisionReviewed(command.Said.Trim(), review));
        }

        return null;
    }

    public static Refusal? End(DecisionContext context)
    {
        if (context.State.CourtesySupervision is null)
        {
            return None();
        }

        context.Raise(new TransferEvent.CourtesySupervisionEnded());
        return null;
    }

    /// <summary>Whether they can have held the meeting whose outcome is recorded on their word.</summary>
    public static Refusal? HeldIt(DecisionContext context, AppointmentCondition condition, Appointment appointment) =>
        context.Command.By.Role == Role.Provider || condition is not SupervisionCondition
            ? new Refusal.NotPermitted(RefusalCode.CourtesyNotTheirs, "Only a supervision meeting is held by another force for us, and the key worker confirms it. Record the outcome without that.")
        : context.State.CourtesySupervision?.Covers(WorkingCalendar.DateOf(appointment.StartsAt)) == true ? null
        : new Refusal.RuleForbids(RefusalCode.CourtesyNone, $"Nobody supervised for us on {Words.Date(appointment.StartsAt)}. Record the outcome without that, or arrange the courtesy supervision with its first day.");

    private static bool IsDue(DecisionContext context, Deadline? review) =>
        context.State.Obligations.FirstOrDefault(open => open.Id == TransferEvolution.CourtesyReviewId)?.Deadline.Due == review?.Due;

    private static Refusal.Invalid? OutOfTime(DecisionContext context, LocalDate review, LocalDate until) =>
        review < context.Today || review > until
            ? Invalid("reviewOn", $"A review is from today to {Words.Date(until)}, when the courtesy supervision ends. Choose a day in between.")
            : null;

    private static Refusal.Invalid Invalid(string field, string message) => new(RefusalCode.ValueOutOfRange, message) { Field = field };

    private static Refusal.WrongState None() => new(RefusalCode.CourtesyNone, "Nobody supervises for us. Nothing was changed.");
}

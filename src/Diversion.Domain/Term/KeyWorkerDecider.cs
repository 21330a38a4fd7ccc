using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Term;

/// <summary>Who does the work on a case: the key worker permanently, or somebody who covers for them until a day.</summary>
internal static class KeyWorkerDecider
{
    /// <summary>For a longer time the person needs a new key worker.</summary>
    public const int LongestCoverMonths = 3;

    public static Refusal? Change(DecisionContext context, TermCommand.ChangeKeyWorker command)
    {
        if (OutsideTeams(context, command.KeyWorker) is { } outside)
        {
            return outside;
        }

        if (context.State.KeyWorker != command.KeyWorker)
        {
            context.Raise(Changed(context, command.KeyWorker, command.Note));
        }

        return null;
    }

    /// <summary>The case has another key worker from now on. Whoever had it hands it over; a new address of the same one asks for nothing.</summary>
    public static TermEvent.KeyWorkerChanged Changed(DecisionContext context, StaffRef next, string? note) =>
        context.State.Status.IsRunning() && context.State.KeyWorker is { } before && before.Id != next.Id
            ? new(next, note, context.InWorkingDays(RuleIds.HandoverMeeting, context.Scheme.Transfers.HandoverMeetingWorkingDays), context.Today)
            : new(next, note);

    public static Refusal? RecordHandover(DecisionContext context, TermCommand.RecordHandover command)
    {
        if (!Enum.IsDefined(command.Meeting))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say how it was handed over (meeting): withPerson, withoutPerson or notHeld.") { Field = "meeting" };
        }

        if (context.State.WorkerHandover is not { } known)
        {
            return new Refusal.WrongState(RefusalCode.HandoverNone, "This case has had no change of key worker, so there is nothing to hand over.");
        }

        // Those who knew of the change met before it, perhaps.
        var signed = context.State.Term!.SignedOn;
        if (command.On > context.Today || command.On < signed)
        {
            return command.On > context.Today
                ? new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(command.On)} is in the future. Record the meeting when it has been.") { Field = "on" }
                : new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(command.On)} is before the signing on {Words.Date(signed)}. Check the day.") { Field = "on" };
        }

        if (known.Meeting != command.Meeting || known.MetOn != command.On || (command.Note is { } note && note != known.Note))
        {
            context.Raise(new TermEvent.HandoverRecorded(command.Meeting, command.On, command.Note));
        }

        return null;
    }

    public static Refusal? Cover(DecisionContext context, TermCommand.CoverCase command)
    {
        if (OutsideTeams(context, command.Worker) is { } outside)
        {
            return outside;
        }

        if (command.Worker.Id == context.State.KeyWorker?.Id)
        {
            return new Refusal.Invalid(RefusalCode.CoverBySelf, $"{command.Worker.Name} is the key worker of this case. Choose somebody else to cover for them.");
        }

        if (command.Until < context.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInPast, $"{Words.Date(command.Until)} is in the past. Give the last day of the cover.");
        }

        var latest = context.Today.PlusMonths(LongestCoverMonths);
        if (command.Until > latest)
        {
            return new Refusal.Invalid(
                RefusalCode.ValueOutOfRange, $"A case is covered for {LongestCoverMonths} months at most, until {Words.Date(latest)}. For longer, change the key worker.");
        }

        if (context.State.Cover is not { } cover || cover.Worker != command.Worker || cover.Until != command.Until)
        {
            context.Raise(new TermEvent.CoverArranged(command.Worker, command.Until, WorkingCalendar.EndOf(command.Until)));
        }

        return null;
    }

    /// <summary>A team manager gives cases to key workers of their own teams; a lead to anybody.</summary>
    private static Refusal? OutsideTeams(DecisionContext context, StaffRef worker) =>
        context.Command.By is { Role: Role.TeamManager } by && (worker.Team is not { } team || by.Manages?.Contains(team) != true)
            ? new Refusal.NotPermitted(
                RefusalCode.TeamNotYours, "You pass cases on within the teams that you manage. Choose a key worker of your team, or ask a programme lead to move the case.")
            : null;

    public static Refusal? EndCover(DecisionContext context)
    {
        if (context.State.Cover is null)
        {
            return new Refusal.WrongState(RefusalCode.CoverNone, "Nobody covers this case, so there is no cover to end.");
        }

        context.Raise(new TermEvent.CoverEnded());
        return null;
    }
}

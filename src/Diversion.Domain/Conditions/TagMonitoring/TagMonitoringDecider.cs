using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.TagMonitoring;

internal static class TagMonitoringDecider
{
    public static Refusal? Decide(DecisionContext context, TagMonitoringCommand command)
    {
        // These may arrive after the condition or the agreement has ended.
        if (command is TagMonitoringCommand.ReceiveTagEvent received)
        {
            return Receive(context, received);
        }

        if (command is TagMonitoringCommand.ConfirmTagRemoved removed)
        {
            return Remove(context, removed);
        }

        if (command is TagMonitoringCommand.ReviewTagEvent review)
        {
            return Review(context, review);
        }

        if (ConditionGate.Open<TagMonitoringCondition>(context, command.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        return command switch
        {
            TagMonitoringCommand.RecordTagConsent => Consent(context, condition),
            TagMonitoringCommand.WithdrawTagConsent => WithdrawConsent(context, condition),
            TagMonitoringCommand.RecordTagFitted c => Fit(context, condition, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Refusal? Consent(DecisionContext context, TagMonitoringCondition condition)
    {
        if (condition.Consent == false)
        {
            return ConditionGate.NotReady("Consent was withdrawn. A lead substitutes or waives this condition.");
        }

        if (condition.Consent is null)
        {
            context.Raise(new TagMonitoringEvent.TagConsentGiven(condition.Id));
        }

        return null;
    }

    private static Refusal? WithdrawConsent(DecisionContext context, TagMonitoringCondition condition)
    {
        if (condition.Consent == false)
        {
            return null;
        }

        context.Raise(new TagMonitoringEvent.TagConsentWithdrawn(condition.Id, context.Now));
        TagRemoval.Require(context, condition);
        FailedConditions.Block(context, condition, "Consent to the tag was withdrawn.");
        return null;
    }

    private static Refusal? Fit(DecisionContext context, TagMonitoringCondition condition, TagMonitoringCommand.RecordTagFitted command)
    {
        if (condition.FittedOn is { } fitted)
        {
            return fitted == command.On
                ? null
                : ConditionGate.NotReady($"The tag was fitted on {Words.Date(fitted)}. Add a note if that day is wrong.");
        }

        if (condition.Consent != true)
        {
            return new Refusal.RuleForbids(RefusalCode.TagConsentMissing, "Record the person's consent to the tag first.");
        }

        if (ConditionGate.Happened(context, command.On) is { } fault)
        {
            return fault;
        }

        context.Raise(new TagMonitoringEvent.TagFitted(condition.Id, command.DeviceId, command.On));
        return null;
    }

    private static Refusal? Receive(DecisionContext context, TagMonitoringCommand.ReceiveTagEvent command)
    {
        if (context.State.ConditionOrNull(command.ConditionId) is not TagMonitoringCondition condition)
        {
            return new Refusal.Unknown(RefusalCode.ConditionUnknown, "This agreement has no such tag. Check the reference with the monitoring provider.");
        }

        if (condition.EventOrNull(command.TagEventId) is not null)
        {
            return null;
        }

        if (!Admission.IsPlausible(command.OccurredAt))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The time of the tag event is out of range. Check the clock of the monitoring provider.");
        }

        // A provider's clock may be a little ahead of ours.
        if (command.OccurredAt > context.Now + Duration.FromMinutes(5))
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, "The tag event lies in the future. Check the clock of the monitoring provider.");
        }

        if (command.OccurredAt >= MonitoringEnded(context.State, condition) || condition.RemovedOn < WorkingCalendar.DateOf(command.OccurredAt))
        {
            // A feed that keeps sending produces thousands: flag once, until a lead has seen it.
            if (context.State.Alerts.All(alert => alert.Kind != AlertKind.TagEventAfterEnding))
            {
                context.Raise(new TagMonitoringEvent.TagEventRefused(condition.Id, command.TagEventId, context.Now));
            }

            return new Refusal.Ended(
                RefusalCode.TagEventAfterEnding,
                "Monitoring had ended when this happened. Nothing of it was kept; a lead was told that the feed still runs.");
        }

        if (condition.FittedOn is not { } fitted || WorkingCalendar.DateOf(command.OccurredAt) < fitted)
        {
            return new Refusal.WrongState(RefusalCode.TagNotFitted, "No tag was fitted at that time. Check the reference with the monitoring provider.");
        }

        if (context.State.IsTerminal)
        {
            context.Raise(new TagMonitoringEvent.TagEventReportedLate(
                condition.Id,
                command.TagEventId,
                command.Event,
                command.OccurredAt,
                context.Now,
                context.InWorkingDays(RuleIds.TagReview, context.Scheme.TagMonitoring.ReviewWorkingDays)));
            return null;
        }

        var tamper = command.Event is TagEventKind.Tamper or TagEventKind.StrapCut;
        var review = tamper
            ? context.DueAt(RuleIds.TagTamperReview, WorkingCalendar.EndOf(context.Today))
            : context.InWorkingDays(RuleIds.TagReview, context.Scheme.TagMonitoring.ReviewWorkingDays);
        context.Raise(new TagMonitoringEvent.TagEventReceived(condition.Id, command.TagEventId, command.Event, command.OccurredAt, review));
        if (command.Event == TagEventKind.StrapCut)
        {
            Proposal.Raise(context, BreachCause.TagCut);
        }

        return null;
    }

    /// <summary>At the end of the term at the latest; earlier if the condition, the consent or the agreement ends.</summary>
    public static Instant MonitoringEnded(AgreementState state, TagMonitoringCondition condition)
    {
        var end = state.Term!.EndsAt;
        foreach (var earlier in (ReadOnlySpan<Instant?>)[condition.ClosedAt, condition.ConsentWithdrawnAt, state.EndedAt])
        {
            end = earlier < end ? earlier.Value : end;
        }

        return end;
    }

    private static Refusal? Review(DecisionContext context, TagMonitoringCommand.ReviewTagEvent command)
    {
        if (context.State.ConditionOrNull(command.ConditionId) is not TagMonitoringCondition condition)
        {
            return new Refusal.Unknown(RefusalCode.ConditionUnknown, "This agreement has no such tag.");
        }

        if (condition.EventOrNull(command.TagEventId) is not { } received)
        {
            return new Refusal.Unknown(RefusalCode.TagEventUnknown, "There is no such tag event in this agreement.");
        }

        if (received.Finding is { } found)
        {
            return found == command.Finding
                ? null
                : new Refusal.WrongState(RefusalCode.TagEventReviewed, $"This tag event was reviewed as {Words.Of(found)}.");
        }

        if (context.State.IsTerminal && !received.Late)
        {
            return new Refusal.Ended(RefusalCode.AgreementEnded, "The agreement has ended, and this tag event was known before. Nothing was changed.");
        }

        if (context.State.IsTerminal && context.Command.By.Role != Role.ProgrammeLead)
        {
            return new Refusal.NotPermitted(
                RefusalCode.RoleNotPermitted, "The agreement has ended, so a programme lead reviews what was reported late. Tell a lead what you know.");
        }

        if (command.Finding is TagFinding.Cut or TagFinding.Violation && string.IsNullOrWhiteSpace(command.Note) && string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Refusal.Invalid(RefusalCode.ReasonMissing, "Say how you know: this can count against the person, and a breach may be proposed because of it.");
        }

        context.Raise(new TagMonitoringEvent.TagEventReviewed(condition.Id, received.Id, command.Finding, command.Note));
        if (context.State.IsTerminal)
        {
            return null;
        }

        if (command.Finding == TagFinding.Cut)
        {
            Proposal.Raise(context, BreachCause.TagCut);
        }
        else if (command.Finding == TagFinding.Violation && condition.Violations + 1 > context.Scheme.TagMonitoring.ViolationLimit)
        {
            context.Raise(new BreachEvent.FailureRecorded($"{condition.Id}/{received.Id}", condition.Id, FailureKind.TagViolation, context.Now, received.OccurredAt));
        }

        return null;
    }

    private static Refusal? Remove(DecisionContext context, TagMonitoringCommand.ConfirmTagRemoved command)
    {
        if (context.State.ConditionOrNull(command.ConditionId) is not TagMonitoringCondition condition)
        {
            return new Refusal.Unknown(RefusalCode.ConditionUnknown, "This agreement has no such tag.");
        }

        if (condition.RemovedOn is not null)
        {
            return null;
        }

        if (condition.FittedOn is not { } fitted)
        {
            return new Refusal.WrongState(RefusalCode.TagNotFitted, "No tag was fitted, so none can be removed.");
        }

        if (condition.IsOpen && condition.Consent == true && context.State.Status.IsRunning() && context.Now < context.State.Term!.EndsAt)
        {
            return new Refusal.WrongState(RefusalCode.WrongStatus, "The tag is still to be worn. Withdraw consent or close the condition first.");
        }

        if (command.On > context.Today || command.On < fitted)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"The removal lies between {Words.Date(fitted)} and today. Check the date.");
        }

        context.Raise(new TagMonitoringEvent.TagRemoved(condition.Id, command.On));
        return null;
    }
}

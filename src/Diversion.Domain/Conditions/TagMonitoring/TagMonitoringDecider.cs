using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.TagMonitoring;

internal static class TagMonitoringDecider
{
    public static Refusal? Decide(Unfolding unfolding, TagMonitoringCommand command)
    {
        // These may arrive after the condition or the agreement has ended.
        if (command is TagMonitoringCommand.ReceiveTagEvent received)
        {
            return Receive(unfolding, received);
        }

        if (command is TagMonitoringCommand.ConfirmTagRemoved removed)
        {
            return Remove(unfolding, removed);
        }

        if (command is TagMonitoringCommand.ReviewTagEvent review)
        {
            return Review(unfolding, review);
        }

        if (ConditionGate.Open<TagMonitoringCondition>(unfolding, command.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        return command switch
        {
            TagMonitoringCommand.RecordTagConsent => Consent(unfolding, condition),
            TagMonitoringCommand.WithdrawTagConsent => WithdrawConsent(unfolding, condition),
            TagMonitoringCommand.RecordTagFitted c => Fit(unfolding, condition, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Refusal? Consent(Unfolding unfolding, TagMonitoringCondition condition)
    {
        if (condition.Consent == false)
        {
            return ConditionGate.NotReady("Consent was withdrawn. A lead substitutes or waives this condition.");
        }

        if (condition.Consent is null)
        {
            unfolding.Raise(new TagMonitoringEvent.TagConsentGiven(condition.Id));
        }

        return null;
    }

    private static Refusal? WithdrawConsent(Unfolding unfolding, TagMonitoringCondition condition)
    {
        if (condition.Consent == false)
        {
            return null;
        }

        unfolding.Raise(new TagMonitoringEvent.TagConsentWithdrawn(condition.Id, unfolding.Now));
        TagRemoval.Require(unfolding, condition);
        FailedConditions.Block(unfolding, condition, "Consent to the tag was withdrawn.");
        return null;
    }

    private static Refusal? Fit(Unfolding unfolding, TagMonitoringCondition condition, TagMonitoringCommand.RecordTagFitted command)
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

        if (ConditionGate.Happened(unfolding, command.On) is { } fault)
        {
            return fault;
        }

        unfolding.Raise(new TagMonitoringEvent.TagFitted(condition.Id, command.DeviceId, command.On));
        return null;
    }

    private static Refusal? Receive(Unfolding unfolding, TagMonitoringCommand.ReceiveTagEvent command)
    {
        if (unfolding.State.ConditionOrNull(command.ConditionId) is not TagMonitoringCondition condition)
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
        if (command.OccurredAt > unfolding.Now + Duration.FromMinutes(5))
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, "The tag event lies in the future. Check the clock of the monitoring provider.");
        }

        if (command.OccurredAt >= MonitoringEnded(unfolding.State, condition) || condition.RemovedOn < WorkingCalendar.DateOf(command.OccurredAt))
        {
            // A feed that keeps sending produces thousands: flag once, until a lead has seen it.
            if (unfolding.State.Alerts.All(alert => alert.Kind != AlertKind.TagEventAfterEnding))
            {
                unfolding.Raise(new TagMonitoringEvent.TagEventRefused(condition.Id, command.TagEventId, unfolding.Now));
            }

            return new Refusal.Ended(
                RefusalCode.TagEventAfterEnding,
                "Monitoring had ended when this happened. Nothing of it was kept; a lead was told that the feed still runs.");
        }

        if (condition.FittedOn is not { } fitted || WorkingCalendar.DateOf(command.OccurredAt) < fitted)
        {
            return new Refusal.WrongState(RefusalCode.TagNotFitted, "No tag was fitted at that time. Check the reference with the monitoring provider.");
        }

        if (unfolding.State.IsTerminal)
        {
            unfolding.Raise(new TagMonitoringEvent.TagEventReportedLate(
                condition.Id,
                command.TagEventId,
                command.Event,
                command.OccurredAt,
                unfolding.Now,
                unfolding.InWorkingDays(RuleIds.TagReview, unfolding.Scheme.TagMonitoring.ReviewWorkingDays)));
            return null;
        }

        var tamper = command.Event is TagEventKind.Tamper or TagEventKind.StrapCut;
        var review = tamper
            ? unfolding.DueAt(RuleIds.TagTamperReview, WorkingCalendar.EndOf(unfolding.Today))
            : unfolding.InWorkingDays(RuleIds.TagReview, unfolding.Scheme.TagMonitoring.ReviewWorkingDays);
        unfolding.Raise(new TagMonitoringEvent.TagEventReceived(condition.Id, command.TagEventId, command.Event, command.OccurredAt, review));
        if (command.Event == TagEventKind.StrapCut)
        {
            Proposal.Raise(unfolding, BreachCause.TagCut);
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

    private static Refusal? Review(Unfolding unfolding, TagMonitoringCommand.ReviewTagEvent command)
    {
        if (unfolding.State.ConditionOrNull(command.ConditionId) is not TagMonitoringCondition condition)
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

        if (unfolding.State.IsTerminal && !received.Late)
        {
            return new Refusal.Ended(RefusalCode.AgreementEnded, "The agreement has ended, and this tag event was known before. Nothing was changed.");
        }

        if (unfolding.State.IsTerminal && unfolding.Command.By.Role != Role.ProgrammeLead)
        {
            return new Refusal.NotPermitted(
                RefusalCode.RoleNotPermitted, "The agreement has ended, so a programme lead reviews what was reported late. Tell a lead what you know.");
        }

        if (command.Finding is TagFinding.Cut or TagFinding.Violation && string.IsNullOrWhiteSpace(command.Note) && string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Refusal.Invalid(RefusalCode.ReasonMissing, "Say how you know: this can count against the person, and a breach may be proposed because of it.");
        }

        unfolding.Raise(new TagMonitoringEvent.TagEventReviewed(condition.Id, received.Id, command.Finding, command.Note));
        if (unfolding.State.IsTerminal)
        {
            return null;
        }

        if (command.Finding == TagFinding.Cut)
        {
            Proposal.Raise(unfolding, BreachCause.TagCut);
        }
        else if (command.Finding == TagFinding.Violation && condition.Violations + 1 > unfolding.Scheme.TagMonitoring.ViolationLimit)
        {
            unfolding.Raise(new BreachEvent.FailureRecorded($"{condition.Id}/{received.Id}", condition.Id, FailureKind.TagViolation, unfolding.Now, received.OccurredAt));
        }

        return null;
    }

    private static Refusal? Remove(Unfolding unfolding, TagMonitoringCommand.ConfirmTagRemoved command)
    {
        if (unfolding.State.ConditionOrNull(command.ConditionId) is not TagMonitoringCondition condition)
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

        if (condition.IsOpen && condition.Consent == true && unfolding.State.Status.IsRunning() && unfolding.Now < unfolding.State.Term!.EndsAt)
        {
            return new Refusal.WrongState(RefusalCode.WrongStatus, "The tag is still to be worn. Withdraw consent or close the condition first.");
        }

        if (command.On > unfolding.Today || command.On < fitted)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"The removal lies between {Words.Date(fitted)} and today. Check the date.");
        }

        unfolding.Raise(new TagMonitoringEvent.TagRemoved(condition.Id, command.On));
        return null;
    }
}

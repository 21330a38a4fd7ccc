using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Breach;

/// <summary>
/// Unexcused failures count across conditions: first warning, final warning, proposal. A failure leads to the next step
/// only if the person had been told of the last warning before it happened. An absence counts once.
/// </summary>
internal static class FailureLadder
{
    /// <summary>The start of the day, if only the day is known: the person may have been told later on that day.</summary>
    public static Instant Happened(DecisionContext context, LocalDate? on) =>
        on is { } day ? WorkingCalendar.At(day, LocalTime.Midnight) : context.Now;

    public static void Follow(DecisionContext context)
    {
        TakeBackWhatCameTooEarly(context);
        var standing = Standing(context);
        foreach (var failure in Open(context.State))
        {
            if (Why(context, failure) is var (reason, warning))
            {
                if (failure.Held != reason || failure.HeldFor != warning)
                {
                    context.Raise(new BreachEvent.FailureHeld(failure.Id, reason, warning));
                }

                continue;
            }

            // Below the first step a failure is only recorded; it still counts when the person is told of later warnings.
            if (failure.Held is not null || standing + 1 < context.Scheme.Breach.FirstWarningAt)
            {
                context.Raise(new BreachEvent.FailureCounted(failure.Id));
            }

            Climb(context, failure, ++standing);
        }
    }

    /// <summary>Whoever proposed a breach does not excuse what it may rest on while it waits.</summary>
    public static Refusal? MayExcuse(DecisionContext context, string condition, string appointment) =>
        RestingOn(context.State, condition, appointment).Any() ? Proposal.Waits(context, "excuse a failure") : null;

    /// <summary>
    /// The absence was excused: failures based on it no longer count, nor does a warning that one of them caused. If such a
    /// failure counted, a lead is told, unless a lead did it.
    /// </summary>
    public static void Excuse(DecisionContext context, string condition, string appointment)
    {
        foreach (var failure in RestingOn(context.State, condition, appointment).ToArray())
        {
            Instant? tell = failure.Counts && context.Command.By.Role != Role.ProgrammeLead ? context.Now : null;
            context.Raise(new BreachEvent.FailureAnnulled(failure.Id, tell));
            foreach (var warning in context.State.Warnings)
            {
                if (!warning.Withdrawn && warning.FailureId == failure.Id)
                {
                    TakeBack(context, warning, WithdrawnBecause.FailureExcused);
                }
            }
        }
    }

    /// <summary>The warning does not count any more. Who had been told of it is told of that, too.</summary>
    /// <param name="because">Null when somebody decided to withdraw it.</param>
    public static void TakeBack(DecisionContext context, Warning warning, WithdrawnBecause? because = null)
    {
        var wasTold = context.State.ToldOf(warning) is not null;
        context.Raise(new BreachEvent.WarningWithdrawn(warning.Number, because));
        if (wasTold)
        {
            PersonObligations.Tell(context, NewsKind.WarningWithdrawn, warning.Number);
        }
    }

    /// <param name="failure">The failure that caused it; null when a lead gives it while deciding a breach.</param>
    public static void Warn(DecisionContext context, WarningLevel level, string? failure)
    {
        var number = context.State.Warnings.Length + 1;
        context.Raise(new BreachEvent.WarningIssued(number, level, failure, context.Now, context.Command.By.Id, context.Command.By.Role));
        PersonObligations.Tell(context, NewsKind.Warning, number);
    }

    private static void Climb(DecisionContext context, Failure failure, int standing)
    {
        var rules = context.Scheme.Breach;

        if (standing < rules.FirstWarningAt)
        {
            return;
        }

        // The final warning may have been withdrawn: without one, no breach is proposed.
        var warnedFinally = rules.FinalWarningAt >= rules.ProposeAt
            || context.State.Warnings.Any(static warning => warning is { Withdrawn: false, Level: WarningLevel.Final });
        if (standing >= rules.ProposeAt && (warnedFinally || !rules.WarningMustBeTold))
        {
            // Already under review: the lead sees this failure with the others.
            Proposal.Raise(context, BreachCause.UnexcusedFailures);
            return;
        }

        Warn(context, standing >= rules.FinalWarningAt ? WarningLevel.Final : WarningLevel.First, failure.Id);
    }

    /// <summary>
    /// Failures that nothing has dealt with yet, in the order in which they happened; they may have been recorded in
    /// another order.
    /// </summary>
    private static Failure[] Open(AgreementState state) =>
        [.. state.Failures.Where(static failure => failure is { Dealt: false, Annulled: false, Counted: false }).OrderBy(static failure => failure.HappenedAt)];

    /// <summary>How many count already. After a final warning that a lead gave, the next failure is the one after it.</summary>
    private static int Standing(DecisionContext context)
    {
        var counted = context.State.Failures.Count(static failure => failure.Counts && (failure.Dealt || failure.Counted));
        var byLead = context.State.Warnings.Any(static warning => warning is { Withdrawn: false, FailureId: null });
        return byLead ? Math.Max(counted, context.Scheme.Breach.FinalWarningAt) : counted;
    }

    /// <summary>Why a failure leads to no further step; null when it does lead to one.</summary>
    private static (HeldReason Reason, int? Warning)? Why(DecisionContext context, Failure failure)
    {
        if (IsCountedOrExcused(context.State, failure))
        {
            return (HeldReason.SameAbsence, null);
        }

        return Last(context.State) is { } last && !ToldBefore(context, last, failure) ? (HeldReason.WarningNotTold, last.Number) : null;
    }

    private static Warning? Last(AgreementState state) => state.Warnings.LastOrDefault(static warning => !warning.Withdrawn);

    private static bool ToldBefore(DecisionContext context, Warning warning, Failure failure) =>
        !context.Scheme.Breach.WarningMustBeTold || context.State.ToldOf(warning)?.CountsFrom < failure.HappenedAt;

    /// <summary>The absence counts already, or it was excused.</summary>
    private static bool IsCountedOrExcused(AgreementState state, Failure failure)
    {
        foreach (var other in state.Failures)
        {
            if (other.Id != failure.Id
                && IsSameAbsence(other, failure)
                && (other.Counts ? ComesFirst(state, other, failure) : other is { Annulled: true, AppointmentId: not null }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Of two failures, the one that was dealt with counts; otherwise the one that names the appointment; otherwise the one
    /// recorded first.
    /// </summary>
    private static bool ComesFirst(AgreementState state, Failure other, Failure failure) =>
        other.Dealt
        || (other.AppointmentId is null == failure.AppointmentId is null
            ? state.Failures.IndexOf(other) < state.Failures.IndexOf(failure)
            : other.AppointmentId is not null);

    /// <summary>The same appointment; or the same condition on the same day, if one of the two names no appointment.</summary>
    private static bool IsSameAbsence(Failure one, Failure other) =>
        one.Kind != FailureKind.TagViolation && other.Kind != FailureKind.TagViolation && one.ConditionId == other.ConditionId
        && (one.AppointmentId is { } first && other.AppointmentId is { } second ? first == second : one.HappenedOn == other.HappenedOn);

    /// <summary>
    /// The day on which the person was told was corrected and is now after the failure that caused the next warning. So
    /// that warning was given too early and no longer counts.
    /// </summary>
    private static void TakeBackWhatCameTooEarly(DecisionContext context)
    {
        foreach (var warning in context.State.Warnings)
        {
            if (warning is { Withdrawn: false, FailureId: { } id }
                && context.State.Failures.LastOrDefault(brought => brought.Id == id && !brought.Annulled) is { } failure
                && context.State.Warnings.LastOrDefault(before => before.Number < warning.Number && !before.Withdrawn) is { } earlier
                && !ToldBefore(context, earlier, failure)
                && WasGivenAfter(context.State, earlier, warning))
            {
                context.Raise(new BreachEvent.FailureHeld(id, HeldReason.WarningNotTold, earlier.Number));
                TakeBack(context, warning, WithdrawnBecause.GivenTooEarly);
            }
        }
    }

    private static IEnumerable<Failure> RestingOn(AgreementState state, string condition, string appointment) =>
        state.Failures.Where(failure => !failure.Annulled && failure.ConditionId == condition && failure.AppointmentId == appointment);

    /// <summary>
    /// A warning from an earlier version of the program was given without checking whether the person had been told of the
    /// one before.
    /// </summary>
    private static bool WasGivenAfter(AgreementState state, Warning earlier, Warning warning) => state.ToldOf(earlier) is not null && warning.GivenById is not null;
}

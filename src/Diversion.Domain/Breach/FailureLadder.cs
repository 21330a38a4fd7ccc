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
    public static Instant Happened(Unfolding unfolding, LocalDate? on) =>
        on is { } day ? WorkingCalendar.At(day, LocalTime.Midnight) : unfolding.Now;

    public static void Follow(Unfolding unfolding)
    {
        TakeBackWhatCameTooEarly(unfolding);
        var standing = Standing(unfolding);
        foreach (var failure in Open(unfolding.State))
        {
            if (Why(unfolding, failure) is var (reason, warning))
            {
                if (failure.Held != reason || failure.HeldFor != warning)
                {
                    unfolding.Raise(new BreachEvent.FailureHeld(failure.Id, reason, warning));
                }

                continue;
            }

            // Below the first step a failure is only recorded; it still counts when the person is told of later warnings.
            if (failure.Held is not null || standing + 1 < unfolding.Scheme.Breach.FirstWarningAt)
            {
                unfolding.Raise(new BreachEvent.FailureCounted(failure.Id));
            }

            Climb(unfolding, failure, ++standing);
        }
    }

    /// <summary>Whoever proposed a breach does not excuse what it may rest on while it waits.</summary>
    public static Refusal? MayExcuse(Unfolding unfolding, string condition, string appointment) =>
        RestingOn(unfolding.State, condition, appointment).Any() ? Proposal.Waits(unfolding, "excuse a failure") : null;

    /// <summary>
    /// The absence was excused: failures based on it no longer count, nor does a warning that one of them caused. If such a
    /// failure counted, a lead is told, unless a lead did it.
    /// </summary>
    public static void Excuse(Unfolding unfolding, string condition, string appointment)
    {
        foreach (var failure in RestingOn(unfolding.State, condition, appointment).ToArray())
        {
            Instant? tell = failure.Counts && unfolding.Command.By.Role != Role.ProgrammeLead ? unfolding.Now : null;
            unfolding.Raise(new BreachEvent.FailureAnnulled(failure.Id, tell));
            foreach (var warning in unfolding.State.Warnings)
            {
                if (!warning.Withdrawn && warning.FailureId == failure.Id)
                {
                    TakeBack(unfolding, warning, WithdrawnBecause.FailureExcused);
                }
            }
        }
    }

    /// <summary>The warning does not count any more. Who had been told of it is told of that, too.</summary>
    /// <param name="because">Null when somebody decided to withdraw it.</param>
    public static void TakeBack(Unfolding unfolding, Warning warning, WithdrawnBecause? because = null)
    {
        var wasTold = unfolding.State.ToldOf(warning) is not null;
        unfolding.Raise(new BreachEvent.WarningWithdrawn(warning.Number, because));
        if (wasTold)
        {
            PersonPromises.Tell(unfolding, NewsKind.WarningWithdrawn, warning.Number);
        }
    }

    /// <param name="failure">The failure that caused it; null when a lead gives it while deciding a breach.</param>
    public static void Warn(Unfolding unfolding, WarningLevel level, string? failure)
    {
        var number = unfolding.State.Warnings.Length + 1;
        unfolding.Raise(new BreachEvent.WarningIssued(number, level, failure, unfolding.Now, unfolding.Command.By.Id, unfolding.Command.By.Role));
        PersonPromises.Tell(unfolding, NewsKind.Warning, number);
    }

    private static void Climb(Unfolding unfolding, Failure failure, int standing)
    {
        var rules = unfolding.Scheme.Breach;

        if (standing < rules.FirstWarningAt)
        {
            return;
        }

        // The final warning may have been withdrawn: without one, no breach is proposed.
        var warnedFinally = rules.FinalWarningAt >= rules.ProposeAt
            || unfolding.State.Warnings.Any(static warning => warning is { Withdrawn: false, Level: WarningLevel.Final });
        if (standing >= rules.ProposeAt && (warnedFinally || !rules.WarningMustBeTold))
        {
            // Already under review: the lead sees this failure with the others.
            Proposal.Raise(unfolding, BreachCause.UnexcusedFailures);
            return;
        }

        Warn(unfolding, standing >= rules.FinalWarningAt ? WarningLevel.Final : WarningLevel.First, failure.Id);
    }

    /// <summary>
    /// Failures that nothing has dealt with yet, in the order in which they happened; they may have been recorded in
    /// another order.
    /// </summary>
    private static Failure[] Open(AgreementState state) =>
        [.. state.Failures.Where(static failure => failure is { Dealt: false, Annulled: false, Counted: false }).OrderBy(static failure => failure.HappenedAt)];

    /// <summary>How many count already. After a final warning that a lead gave, the next failure is the one after it.</summary>
    private static int Standing(Unfolding unfolding)
    {
        var counted = unfolding.State.Failures.Count(static failure => failure.Counts && (failure.Dealt || failure.Counted));
        var byLead = unfolding.State.Warnings.Any(static warning => warning is { Withdrawn: false, FailureId: null });
        return byLead ? Math.Max(counted, unfolding.Scheme.Breach.FinalWarningAt) : counted;
    }

    /// <summary>Why a failure leads to no further step; null when it does lead to one.</summary>
    private static (HeldReason Reason, int? Warning)? Why(Unfolding unfolding, Failure failure)
    {
        if (IsCountedOrExcused(unfolding.State, failure))
        {
            return (HeldReason.SameAbsence, null);
        }

        return Last(unfolding.State) is { } last && !ToldBefore(unfolding, last, failure) ? (HeldReason.WarningNotTold, last.Number) : null;
    }

    private static Warning? Last(AgreementState state) => state.Warnings.LastOrDefault(static warning => !warning.Withdrawn);

    private static bool ToldBefore(Unfolding unfolding, Warning warning, Failure failure) =>
        !unfolding.Scheme.Breach.WarningMustBeTold || unfolding.State.ToldOf(warning)?.CountsFrom < failure.HappenedAt;

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
    private static void TakeBackWhatCameTooEarly(Unfolding unfolding)
    {
        foreach (var warning in unfolding.State.Warnings)
        {
            if (warning is { Withdrawn: false, FailureId: { } id }
                && unfolding.State.Failures.LastOrDefault(brought => brought.Id == id && !brought.Annulled) is { } failure
                && unfolding.State.Warnings.LastOrDefault(before => before.Number < warning.Number && !before.Withdrawn) is { } earlier
                && !ToldBefore(unfolding, earlier, failure)
                && WasGivenAfter(unfolding.State, earlier, warning))
            {
                unfolding.Raise(new BreachEvent.FailureHeld(id, HeldReason.WarningNotTold, earlier.Number));
                TakeBack(unfolding, warning, WithdrawnBecause.GivenTooEarly);
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

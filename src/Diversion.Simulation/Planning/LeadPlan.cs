using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Term;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>What the leads do besides deciding breaches: alerts, conditions that cannot be kept, records missing after the end.</summary>
internal static class LeadPlan
{
    public static void Plan(CaseFile file, AgreementState state, Instant now, Setting setting)
    {
        foreach (var alert in state.Alerts)
        {
            if (file.IsNew(alert.Id))
            {
                file.Plan(setting.Hours.DaysAfter(now, file.Chance.Between(0, 2), file.Chance), (then, on) => then.Alerts.Any(open => open.Id == alert.Id)
                    ? new TermCommand.AcknowledgeAlert(alert.Id) { By = file.Team.Lead, At = on, Reason = "Read, and the officer was told." }
                    : null);
            }
        }

        // Each check waives one condition; the next check follows from the change.
        if (state is { Status: AgreementStatus.Concluding, Term.ConcludingExpired: true } && file.IsNew($"tidy/{state.Version}"))
        {
            file.Plan(setting.Hours.DaysAfter(now, file.Chance.Between(0, 1), file.Chance), (then, on) => Tidy(file, then, on));
        }

        foreach (var warning in state.Warnings)
        {
            if (!warning.Withdrawn && state.Status.IsRunning() && file.IsNew($"warning/{warning.Number}") && file.Chance.Happens(setting.Behaviour["lead.withdrawsWarning"]))
            {
                file.Plan(setting.Hours.DaysAfter(now, file.Chance.Between(1, 4), file.Chance), (then, on) => then.Status == AgreementStatus.Active
                    ? new BreachCommand.WithdrawWarning(warning.Number) { By = file.Team.Worker(then), At = on, Reason = "The absence was explained afterwards." }
                    : null);
            }
        }
    }

    /// <summary>A condition failed or is blocked: substituted, waived, or taken to a breach.</summary>
    public static void Settle(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var id = open.Id[(open.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        file.Plan(
            Pace.Of(file, setting, open, now),
            (state, on) => state.HasObligation(open.Id) ? Settle(file, state, id, on, setting) : null,
            (state, on) => state.HasObligation(open.Id) && state.Status.IsRunning() ? Waive(file, id, on) : null);
    }

    private static AgreementCommand? Settle(CaseFile file, AgreementState state, string id, Instant now, Setting setting)
    {
        if (!state.Status.IsRunning() || state.ConditionOrNull(id) is not { } condition)
        {
            return null;
        }

        var persons = condition is { Status: ConditionStatus.Failed, FailedBy: FailureCause.Participant };
        if (persons && !file.Chance.Happens(setting.Behaviour["lead.letsFailurePass"]))
        {
            return state.Status == AgreementStatus.Active
                ? new BreachCommand.ProposeBreach { By = file.Team.Lead, At = now, Reason = "A condition was not kept." }
                : null;
        }

        return file.Chance.Happens(setting.Behaviour["lead.substitutes"])
            ? new TermCommand.SubstituteCondition(id, Substitute(file, condition, setting), ParticipantAgreed: true)
            {
                By = file.Team.Lead,
                At = now,
                Reason = "It cannot be kept as agreed; the person agreed to another.",
            }
            : Waive(file, id, now);
    }

    private static ConditionTerms Substitute(CaseFile file, Condition condition, Setting setting) => condition.Kind == ConditionKind.Reparation
        ? ConditionMix.Pathway(file, PathwayKind.AttitudesThinkingAndBehaviour, setting)
        : new ConditionTerms.Reparation(null, ConditionMix.Organisation(file, file.Index));

    private static TermCommand.WaiveCondition Waive(CaseFile file, string id, Instant now) =>
        new(id) { By = file.Team.Lead, At = now, Reason = "Not the person's fault; it is waived." };

    private static AgreementCommand? Tidy(CaseFile file, AgreementState state, Instant now)
    {
        if (state is not { Status: AgreementStatus.Concluding, Term.ConcludingExpired: true }
            || state.Conditions.FirstOrDefault(condition => !condition.IsSatisfied) is not { } missing)
        {
            return null;
        }

        if (missing is NoReoffendingCondition { Proved: false } waiting)
        {
            return waiting.OpenArrests is [var arrest, ..]
                ? new NoReoffendingCommand.SettleArrest(arrest.Id) { By = file.Team.Lead, At = now, Reason = "Custody says that nothing more is awaited." }
                : null;
        }

        // Proved reoffending cannot be waived: it goes to the other lead.
        return missing is NoReoffendingCondition
            ? new BreachCommand.ProposeBreach { By = file.Team.Lead, At = now, Reason = "Reoffending was proved; the agreement cannot complete." }
            : Waive(file, missing.Id, now);
    }
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Term;

/// <summary>What happened to a case that ended without completion, as the officer recorded it.</summary>
/// <param name="Code">Home Office outcome code.</param>
/// <param name="On">The day of the charge, caution or decision.</param>
public sealed record CaseOutcome(CaseResult Result, string Code, LocalDate On);

/// <summary>
/// After every ending except completion the case is the officer's again, who records what happened to it. Nobody was
/// charged during the scheme, so the ladder counts towards the charge-by date.
/// </summary>
internal static class CaseOutcomes
{
    public const string ObligationId = "case/outcome";

    /// <summary>The case has just ended.</summary>
    public static void Owe(DecisionContext context)
    {
        if (CanBeRecorded(context.State.Status))
        {
            context.Raise(new TermEvent.CaseOutcomeDue(By(context)));
        }
    }

    public static bool CanBeRecorded(AgreementStatus status) => status.IsTerminal() && status is not (AgreementStatus.Completed or AgreementStatus.Transferred);

    public static Refusal? Record(DecisionContext context, TermCommand.RecordCaseOutcome command)
    {
        var state = context.State;
        if (!CanBeRecorded(state.Status))
        {
            return new Refusal.WrongState(
                RefusalCode.WrongStatus,
                state.Status == AgreementStatus.Completed
                    ? $"The agreement was completed with outcome {context.Scheme.OutcomeWhenKept(state.Referral.Facts.Route)}. No other outcome can be recorded."
                    : $"What happened to the case is recorded once it has ended. It is {Words.Of(state.Status)} now.");
        }

        if (Fault(context, command) is { } fault)
        {
            return fault;
        }

        var outcome = new CaseOutcome(command.Result, Known(context.Scheme, command.Code)!.Code, command.On);
        if (state.CaseOutcome == outcome)
        {
            return null;
        }

        if (state.CaseOutcome is not { } recorded)
        {
            context.Raise(new TermEvent.CaseOutcomeRecorded(outcome.Result, outcome.Code, outcome.On, context.Now));
            return null;
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Refusal.Invalid(
                RefusalCode.ReasonMissing, $"Outcome {recorded.Code} is recorded already. Give a reason to correct it: it is kept with the correction.");
        }

        context.Raise(new TermEvent.CaseOutcomeCorrected(outcome.Result, outcome.Code, outcome.On, context.Now));
        return null;
    }

    private static Refusal? Fault(DecisionContext context, TermCommand.RecordCaseOutcome command)
    {
        var codes = context.Scheme.CaseOutcomes.Codes;
        if (!Enum.IsDefined(command.Result))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say what happened: charged, summons, caution, no further action or other.");
        }

        if (Known(context.Scheme, command.Code) is not { } code)
        {
            return new Refusal.Invalid(
                RefusalCode.OutcomeCodeUnknown,
                (command.Code.Trim() == RouteRules.DeferredProsecution
                    ? "Outcome 22 is recorded only when the activity is done, and this agreement was not completed."
                    : "There is no such Home Office outcome code here.")
                + $" Use one of {string.Join(", ", codes.Select(known => known.Code))}.");
        }

        if (!code.Results.Contains(command.Result))
        {
            return new Refusal.Invalid(
                RefusalCode.OutcomeCodeUnfit,
                $"Outcome {code.Code} ({code.Title}) does not mean {Words.Of(command.Result)}. Use one of {string.Join(", ", codes.Where(known => known.Results.Contains(command.Result)).Select(known => known.Code))}.");
        }

        if (command.On > context.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(command.On)} is in the future. Record what has happened.");
        }

        var referred = WorkingCalendar.DateOf(context.State.Referral.ReferredAt);
        return command.On < referred
            ? new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(command.On)} is before the referral of {Words.Date(referred)}. Check the date.")
            : null;
    }

    private static OutcomeCode? Known(SchemeRules scheme, string code) =>
        scheme.CaseOutcomes.Codes.FirstOrDefault(known => string.Equals(known.Code, code.Trim(), StringComparison.OrdinalIgnoreCase));

    private static Deadline By(DecisionContext context) =>
        context.State.Referral.ChargeBy.Date is { } chargeBy && chargeBy >= context.Today ? ByCharge(context, chargeBy) : Ordinary(context);

    /// <summary>
    /// The overdue ladder of every obligation, with the officer and the sergeant in place of key worker and team manager.
    /// </summary>
    private static Deadline Ordinary(DecisionContext context)
    {
        var deadline = context.InWorkingDays(RuleIds.CaseOutcome, context.Scheme.CaseOutcomes.RecordWorkingDays, context.EndingDay);
        return deadline with
        {
            To =
            [
                Addressee.PoliceOfficer,
                .. context.Scheme.Escalation.Ladder.Select(step => step.To switch
                {
                    Addressee.KeyWorker => Addressee.PoliceOfficer,
                    Addressee.TeamManager => Addressee.Sergeant,
                    var other => other,
                }),
            ],
        };
    }

    private static Deadline ByCharge(DecisionContext context, LocalDate chargeBy)
    {
        var rules = context.Scheme.CaseOutcomes;
        var due = WorkingCalendar.At(chargeBy, WorkingCalendar.CloseOfBusiness);
        var steps = context.Scheme.ChargeBy.AlertDays.Order().Reverse().Append(0)
            .Select(days => (At: WorkingCalendar.At(chargeBy.PlusDays(-days), WorkingCalendar.StartOfBusiness), To: Told(rules, days)))
            .Append((At: due, To: Addressee.ProgrammeLead))
            .ToArray();

        // If the date is already near, the last step that has passed fires at once, so that nobody who should know by now is left out.
        var passed = steps.Count(step => step.At <= context.Now);
        var ladder = steps.Skip(Math.Max(0, passed - 1)).Select(step => step with { At = Instant.Max(step.At, context.Now) }).ToArray();
        return new Deadline(RuleIds.CaseOutcome, due, [.. ladder.Select(step => step.At)]) { To = [.. ladder.Select(step => step.To)] };
    }

    private static Addressee Told(CaseOutcomeRules rules, int days) =>
        days <= rules.LeadFromDays ? Addressee.ProgrammeLead
        : days <= rules.SergeantFromDays ? Addressee.Sergeant
        : Addressee.PoliceOfficer;
}

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
    public static void Owe(Unfolding unfolding)
    {
        if (CanBeRecorded(unfolding.State.Status))
        {
            unfolding.Raise(new TermEvent.CaseOutcomeDue(By(unfolding)));
        }
    }

    public static bool CanBeRecorded(AgreementStatus status) => status.IsTerminal() && status != AgreementStatus.Completed;

    public static Refusal? Record(Unfolding unfolding, TermCommand.RecordCaseOutcome command)
    {
        var state = unfolding.State;
        if (!CanBeRecorded(state.Status))
        {
            return new Refusal.WrongState(
                RefusalCode.WrongStatus,
                state.Status == AgreementStatus.Completed
                    ? "The agreement was completed with outcome 22. No other outcome can be recorded."
                    : $"What happened to the case is recorded once it has ended. It is {Words.Of(state.Status)} now.");
        }

        if (Fault(unfolding, command) is { } fault)
        {
            return fault;
        }

        var outcome = new CaseOutcome(command.Result, Known(unfolding.Scheme, command.Code)!.Code, command.On);
        if (state.CaseOutcome == outcome)
        {
            return null;
        }

        if (state.CaseOutcome is not { } recorded)
        {
            unfolding.Raise(new TermEvent.CaseOutcomeRecorded(outcome.Result, outcome.Code, outcome.On, unfolding.Now));
            return null;
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return new Refusal.Invalid(
                RefusalCode.ReasonMissing, $"Outcome {recorded.Code} is recorded already. Give a reason to correct it: it is kept with the correction.");
        }

        unfolding.Raise(new TermEvent.CaseOutcomeCorrected(outcome.Result, outcome.Code, outcome.On, unfolding.Now));
        return null;
    }

    private static Refusal? Fault(Unfolding unfolding, TermCommand.RecordCaseOutcome command)
    {
        var codes = unfolding.Scheme.CaseOutcomes.Codes;
        if (!Enum.IsDefined(command.Result))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say what happened: charged, summons, caution, no further action or other.");
        }

        if (Known(unfolding.Scheme, command.Code) is not { } code)
        {
            return new Refusal.Invalid(
                RefusalCode.OutcomeCodeUnknown,
                (command.Code.Trim() == "22"
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

        if (command.On > unfolding.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(command.On)} is in the future. Record what has happened.");
        }

        var referred = WorkingCalendar.DateOf(unfolding.State.Referral.ReferredAt);
        return command.On < referred
            ? new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(command.On)} is before the referral of {Words.Date(referred)}. Check the date.")
            : null;
    }

    private static OutcomeCode? Known(SchemeRules scheme, string code) =>
        scheme.CaseOutcomes.Codes.FirstOrDefault(known => string.Equals(known.Code, code.Trim(), StringComparison.OrdinalIgnoreCase));

    private static Deadline By(Unfolding unfolding) =>
        unfolding.State.Referral.ChargeBy.Date is { } chargeBy && chargeBy >= unfolding.Today ? ByCharge(unfolding, chargeBy) : Ordinary(unfolding);

    /// <summary>
    /// The overdue ladder of every obligation, with the officer and the sergeant in place of key worker and team manager.
    /// </summary>
    private static Deadline Ordinary(Unfolding unfolding)
    {
        var deadline = unfolding.InWorkingDays(RuleIds.CaseOutcome, unfolding.Scheme.CaseOutcomes.RecordWorkingDays, unfolding.EndingDay);
        return deadline with
        {
            To =
            [
                Addressee.PoliceOfficer,
                .. unfolding.Scheme.Escalation.Ladder.Select(step => step.To switch
                {
                    Addressee.KeyWorker => Addressee.PoliceOfficer,
                    Addressee.TeamManager => Addressee.Sergeant,
                    var other => other,
                }),
            ],
        };
    }

    private static Deadline ByCharge(Unfolding unfolding, LocalDate chargeBy)
    {
        var rules = unfolding.Scheme.CaseOutcomes;
        var due = WorkingCalendar.At(chargeBy, WorkingCalendar.CloseOfBusiness);
        var steps = unfolding.Scheme.ChargeBy.AlertDays.Order().Reverse().Append(0)
            .Select(days => (At: WorkingCalendar.At(chargeBy.PlusDays(-days), WorkingCalendar.StartOfBusiness), To: Told(rules, days)))
            .Append((At: due, To: Addressee.ProgrammeLead))
            .ToArray();

        // If the date is already near, the last step that has passed fires at once, so that nobody who should know by now is left out.
        var passed = steps.Count(step => step.At <= unfolding.Now);
        var ladder = steps.Skip(Math.Max(0, passed - 1)).Select(step => step with { At = Instant.Max(step.At, unfolding.Now) }).ToArray();
        return new Deadline(RuleIds.CaseOutcome, due, [.. ladder.Select(step => step.At)]) { To = [.. ladder.Select(step => step.To)] };
    }

    private static Addressee Told(CaseOutcomeRules rules, int days) =>
        days <= rules.LeadFromDays ? Addressee.ProgrammeLead
        : days <= rules.SergeantFromDays ? Addressee.Sergeant
        : Addressee.PoliceOfficer;
}

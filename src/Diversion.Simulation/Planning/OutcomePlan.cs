using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>The officer records what happened to a case that came back.</summary>
internal static class OutcomePlan
{
    public static void Record(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(setting.Hours.DaysAfter(now, file.Chance.Between(1, 9), file.Chance), (state, on) => state.HasObligation(open.Id) ? Outcome(file, state, on, setting) : null);

    private static TermCommand.RecordCaseOutcome Outcome(CaseFile file, AgreementState state, Instant now, Setting setting)
    {
        var (result, code) = state.Status switch
        {
            AgreementStatus.Discontinued => (CaseResult.NoFurtherAction, "10"),
            AgreementStatus.NotEligible => file.Chance.Happens(setting.Behaviour["outcome.notEligible.caution"]) ? (CaseResult.Caution, "3") : (CaseResult.Charged, "1"),
            AgreementStatus.Control => file.Chance.Happens(setting.Behaviour["outcome.control.summons"]) ? (CaseResult.Summons, "1") : (CaseResult.Charged, "1"),
            _ => (CaseResult.Charged, "1"),
        };
        if (result != CaseResult.NoFurtherAction && state.Referral.ChargeBy.Date is { } chargeBy && chargeBy < WorkingCalendar.DateOf(now))
        {
            (result, code) = (CaseResult.NoFurtherAction, "17");
        }

        return new TermCommand.RecordCaseOutcome(result, code, WorkingCalendar.DateOf(now)) { By = file.Team.Officer, At = now };
    }
}

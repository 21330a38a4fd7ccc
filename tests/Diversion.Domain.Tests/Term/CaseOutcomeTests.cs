using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Term;

public sealed class CaseOutcomeTests
{
    private const string Owed = "case/outcome";

    /// <summary>Must be charged by 10 August 2026.</summary>
    private static readonly Offence Summary = People.Theft with { Class = OffenceClass.SummaryOnly };

    [Fact]
    public void The_officer_has_to_record_it_after_every_ending_except_completion()
    {
        foreach (var bring in Brought.EachEnding())
        {
            var ended = bring();
            if (ended.Status == AgreementStatus.Completed)
            {
                ended.OwesNo(Owed);
                continue;
            }

            var owed = ended.Owed(Owed);
            Assert.Equal((Addressee.PoliceOfficer, true, RuleIds.CaseOutcome), (owed.Owner, owed.AfterEnd, owed.Deadline.Rule));
        }
    }

    [Fact]
    public void Without_a_charge_by_date_it_is_due_in_ten_working_days_and_escalates_from_officer_to_sergeant_to_lead()
    {
        var ended = Brought.ToDiscontinued();
        Assert.Equal(Case.Time("2026-03-19 17:00"), ended.Owed(Owed).Deadline.Due);

        ended.Until("2026-04-10");

        Assert.Equal(
            [Addressee.PoliceOfficer, Addressee.Sergeant, Addressee.ProgrammeLead],
            ended.All<TermEvent.ObligationEscalated>().Where(step => step.Obligation == Owed).Select(step => step.To));
        Assert.Equal(Case.Time("2026-03-19 09:00"), ended.Owed(Owed).Deadline.Ladder[0]);
        Assert.NotNull(ended.Owed(Owed).RaisedToLeadAt);
    }

    [Fact]
    public void A_charge_by_date_has_a_ladder_of_its_own()
    {
        var ended = Brought.ToReferred(Summary).Given(new ReferralCommand.FindNotEligible());
        var deadline = ended.Owed(Owed).Deadline;

        Assert.Equal(Case.Time("2026-08-10 17:00"), deadline.Due);
        Assert.Equal(
            ["2026-07-13 09:00", "2026-07-27 09:00", "2026-08-03 09:00", "2026-08-07 09:00", "2026-08-09 09:00", "2026-08-10 09:00", "2026-08-10 17:00"],
            deadline.Ladder.Select(at => at.InZone(Domain.Time.WorkingCalendar.Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", null)));
        Assert.Equal(
            [Addressee.PoliceOfficer, Addressee.PoliceOfficer, Addressee.Sergeant, Addressee.ProgrammeLead, Addressee.ProgrammeLead, Addressee.ProgrammeLead, Addressee.ProgrammeLead],
            deadline.To!.Value.ToArray());

        ended.Until("2026-08-10 12:00");
        Assert.False(ended.Owed(Owed).IsOverdue);
        Assert.NotNull(ended.Owed(Owed).RaisedToLeadAt);
        Assert.Equal(2, ended.All<TermEvent.OwnerReminded>().Count(told => told.Obligation == Owed));
        ended.Until("2026-08-10 17:00");
        Assert.True(ended.Owed(Owed).IsOverdue);
    }

    [Fact]
    public void Near_the_charge_by_date_everybody_who_should_know_is_told_at_once()
    {
        var ended = Brought.ToReferred(Summary).On("2026-08-04 12:00").When(new ReferralCommand.FindNotEligible());

        Assert.Equal(Addressee.Sergeant, ended.Owed(Owed).Deadline.To!.Value[0]);
        Assert.Equal(ended.Now, ended.Owed(Owed).Deadline.Ladder[0]);
        ended.When(new TimePassed());
        Assert.Equal(Addressee.Sergeant, Assert.Single(ended.Events.OfType<TermEvent.ObligationEscalated>(), step => step.Obligation == Owed).To);
    }

    [Fact]
    public void A_charge_by_date_that_has_passed_leaves_the_ordinary_ladder() =>
        Assert.Equal(
            Case.Time("2026-08-26 17:00"),
            Brought.ToReferred(Summary).On("2026-08-12").When(new ReferralCommand.FindNotEligible()).Owed(Owed).Deadline.Due);

    [Fact]
    public void Recorded_the_ladder_is_silent_and_the_status_stays()
    {
        var ended = Brought.ToBreached().On("2026-03-20");

        ended.When(Outcome(CaseResult.Charged, "1a ")).Then(new TermEvent.CaseOutcomeRecorded(CaseResult.Charged, "1A", new(2026, 3, 20), ended.Now));

        ended.OwesNo(Owed).Is(AgreementStatus.Breached);
        Assert.Equal(new CaseOutcome(CaseResult.Charged, "1A", new(2026, 3, 20)), ended.State.CaseOutcome);
        ended.Until("2026-12-01");
        Assert.DoesNotContain(ended.All<TermEvent.ObligationEscalated>(), step => step.Obligation == Owed);
    }

    [Fact]
    public void It_is_corrected_with_a_reason()
    {
        var ended = Brought.ToDeclined().On("2026-03-20").Given(Outcome(CaseResult.Charged, "1"));

        ended.When(Outcome(CaseResult.Charged, "1")).ThenNothing();
        ended.When(Outcome(CaseResult.Caution, "3")).Refused(RefusalCode.ReasonMissing);
        ended.When(Outcome(CaseResult.Caution, "3") with { Reason = "Cautioned, not charged." });

        Assert.Equal("3", ended.Then<TermEvent.CaseOutcomeCorrected>().Code);
        Assert.Equal(CaseResult.Caution, ended.State.CaseOutcome!.Result);
    }

    [Theory]
    [InlineData(CaseResult.Charged, "99", RefusalCode.OutcomeCodeUnknown)]
    [InlineData(CaseResult.Charged, "22", RefusalCode.OutcomeCodeUnknown)]
    [InlineData(CaseResult.Charged, "3", RefusalCode.OutcomeCodeUnfit)]
    [InlineData(CaseResult.NoFurtherAction, "1", RefusalCode.OutcomeCodeUnfit)]
    [InlineData((CaseResult)77, "1", RefusalCode.ValueOutOfRange)]
    public void The_code_is_one_of_the_list_and_stands_for_what_happened(CaseResult result, string code, string refusal) =>
        Brought.ToControl().On("2026-03-20").When(Outcome(result, code)).Refused(refusal);

    [Fact]
    public void A_day_to_come_or_before_the_referral_is_refused()
    {
        var ended = Brought.ToLapsed().On("2026-03-20");

        ended.When(Outcome(CaseResult.Charged, "1") with { On = new(2026, 3, 21) }).Refused(RefusalCode.DateInFuture);
        ended.When(Outcome(CaseResult.Charged, "1") with { On = new(2026, 3, 1) }).Refused(RefusalCode.DateTooOld);
    }

    [Fact]
    public void Before_the_end_and_after_a_completion_there_is_nothing_to_record()
    {
        Brought.ToActive().On("2026-03-20").When(Outcome(CaseResult.Charged, "1")).Refused(RefusalCode.WrongStatus);
        Brought.ToCompleted().On("2026-07-20").When(Outcome(CaseResult.Charged, "1") with { On = new(2026, 7, 20) }).Refused(RefusalCode.WrongStatus);
    }

    [Fact]
    public void An_agreement_that_ended_before_there_was_such_an_obligation_can_have_its_outcome_recorded()
    {
        var old = Brought.ToBreached();
        var state = old.History.Where(happened => happened is not TermEvent.CaseOutcomeDue).Aggregate((AgreementState?)null, Agreement.Evolve)!;
        Assert.False(state.HasObligation(Owed));

        var decided = Agreement.Decide(
            state, Outcome(CaseResult.Summons, "1") with { On = new(2026, 3, 17), At = Case.Time("2026-03-20"), By = People.Officer }, old.RulesInForce);

        Assert.IsType<TermEvent.CaseOutcomeRecorded>(Assert.Single(decided.Events));
    }

    [Fact]
    public void A_scheme_from_before_the_setting_uses_the_usual_figures_and_codes() =>
        Assert.Equal(10, (Shipped.Checkpoint.Scheme with { CaseOutcome = null }).CaseOutcomes.RecordWorkingDays);

    [Fact]
    public void Confirming_a_breach_after_the_charge_by_date_is_refused_until_the_lead_says_that_they_know()
    {
        // Signed safely; the breach waited until the date had passed.
        var review = Brought.ToEligible(Summary).On("2026-03-05 10:00").Given(Brought.Offer(), Brought.Sign())
            .On("2026-03-16").Given(new BreachCommand.ProposeBreach()).Heard();

        var refused = review.On("2026-08-11").When(new BreachCommand.DecideBreach(BreachDecision.Confirm)).Refused(RefusalCode.ChargeByPassed);
        Assert.Contains("10 August 2026", refused.Message, StringComparison.Ordinal);
        review.Is(AgreementStatus.BreachReview);
        review.When(new BreachCommand.DecideBreach(BreachDecision.Confirm, AfterChargeBy: true));
        review.Is(AgreementStatus.Breached);
        review.Owed(Owed);
    }

    [Fact]
    public void On_the_charge_by_date_itself_a_breach_is_confirmed_without_a_question() =>
        Brought.ToEligible(Summary).On("2026-03-05 10:00").Given(Brought.Offer(), Brought.Sign())
            .On("2026-03-16").Given(new BreachCommand.ProposeBreach()).Heard()
            .On("2026-08-10").When(new BreachCommand.DecideBreach(BreachDecision.Confirm)).Is(AgreementStatus.Breached);

    private static TermCommand.RecordCaseOutcome Outcome(CaseResult result, string code) => new(result, code, new LocalDate(2026, 3, 20));
}

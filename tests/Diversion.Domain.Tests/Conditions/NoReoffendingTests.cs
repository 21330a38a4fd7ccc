using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Conditions;

public sealed class NoReoffendingTests
{
    [Fact]
    public void An_arrest_tells_the_lead_at_once_and_proposes_nothing()
    {
        var active = Brought.ToActive().On("2026-04-01").When(Notice("n-1", CustodyNoticeKind.Arrest)).Is(AgreementStatus.Active);

        Assert.Equal(new Alert("alert-1", AlertKind.Arrest, "n-1", active.Now), Assert.Single(active.State.Alerts));
    }

    [Theory]
    [InlineData(CustodyNoticeKind.Charge)]
    [InlineData(CustodyNoticeKind.Admission)]
    public void A_charge_or_an_admission_proposes_a_breach_at_once(CustodyNoticeKind notice)
    {
        var active = Brought.ToActive().On("2026-04-01").When(Notice("n-1", notice)).Is(AgreementStatus.BreachReview);

        Assert.Equal(BreachCause.ProvedReoffending, active.State.Breach!.Cause);
        Assert.Equal("tag-feed", active.State.Breach.ProposerId);
    }

    [Fact]
    public void No_further_action_closes_the_arrest()
    {
        var active = Brought.ToActive().On("2026-04-01").Given(
            Notice("n-1", CustodyNoticeKind.Arrest))
            .When(Notice("n-2", CustodyNoticeKind.NoFurtherAction));

        Assert.Empty(active.State.Alerts);
        active.Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void No_further_action_closes_its_own_arrest_and_no_other()
    {
        var active = Brought.ToActive().On("2026-04-01").Given(
            Notice("n-1", CustodyNoticeKind.Arrest), Notice("n-2", CustodyNoticeKind.Arrest));

        active.When(Notice("n-3", CustodyNoticeKind.NoFurtherAction));
        Assert.Equal(2, active.State.Alerts.Count(alert => alert.Kind == AlertKind.Arrest));
        active.When(Notice("n-1", CustodyNoticeKind.NoFurtherAction));
        Assert.Equal("n-2", Assert.Single(active.State.Alerts, alert => alert.Kind == AlertKind.Arrest).Subject);
    }

    [Fact]
    public void The_same_notice_twice_changes_nothing_but_a_charge_under_the_arrests_number_counts()
    {
        var active = Brought.ToActive().On("2026-04-01").Given(Notice("n-1", CustodyNoticeKind.Arrest));

        active.When(Notice("n-1", CustodyNoticeKind.Arrest)).ThenNothing();
        active.Given(Notice("n-1", CustodyNoticeKind.Charge)).Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void An_offence_from_before_the_signing_is_no_reoffending() =>
        Brought.ToActive().On("2026-04-01").When(Notice("n-1", CustodyNoticeKind.Charge, new LocalDate(2026, 3, 4))).Is(AgreementStatus.Active);

    [Fact]
    public void An_offence_from_after_the_term_is_no_reoffending_within_it() =>
        Brought.ToConcluding().On("2026-07-08")
            .When(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Charge, new LocalDate(2026, 7, 8), new LocalDate(2026, 7, 7)))
            .Is(AgreementStatus.Concluding);

    [Fact]
    public void An_offence_on_the_last_day_that_is_charged_while_concluding_is_proposed() =>
        Brought.ToConcluding().On("2026-07-08")
            .When(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Charge, new LocalDate(2026, 7, 8), new LocalDate(2026, 7, 5)))
            .Is(AgreementStatus.BreachReview);

    [Fact]
    public void A_notice_from_the_future_is_refused()
    {
        var active = Brought.ToActive().On("2026-03-20");

        active.When(Notice("n-1", CustodyNoticeKind.Arrest)).Refused(RefusalCode.DateInFuture);
        active.When(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, new LocalDate(2026, 3, 20), new LocalDate(2026, 3, 21))).Refused(RefusalCode.DateInFuture);
    }

    [Fact]
    public void It_is_kept_when_the_term_ends_with_none_proved() =>
        Assert.Equal(ConditionStatus.Kept, Brought.ToCompleted().Condition<NoReoffendingCondition>().Status);

    [Fact]
    public void Proof_that_a_lead_let_pass_is_waived_only_by_a_lead_at_the_end()
    {
        var active = Brought.ToActive().On("2026-04-01").Given(
            Notice("n-1", CustodyNoticeKind.Charge), new BreachCommand.DecideBreach(BreachDecision.Continue));
        active.When(new TermCommand.WaiveCondition("no-reoffending")).Refused(RefusalCode.ConditionMandatory);

        active.Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);
        active.Until("2026-08-31").Is(AgreementStatus.Concluding);
        active.When(new TermCommand.WaiveCondition("no-reoffending")).Is(AgreementStatus.Completed);
        Assert.Equal(ConditionStatus.Waived, active.Condition<NoReoffendingCondition>().Status);
    }

    [Fact]
    public void It_is_mandatory_and_neither_removed_nor_substituted_nor_failed_by_hand()
    {
        var active = Brought.ToActive(Brought.Supervision());

        active.When(new TermCommand.WaiveCondition("no-reoffending")).Refused(RefusalCode.ConditionMandatory);
        active.When(new TermCommand.VaryAgreement(Remove: ["no-reoffending"], ParticipantAgreed: true)).Refused(RefusalCode.ConditionMandatory);
        active.When(new TermCommand.SubstituteCondition("no-reoffending", Brought.Pathway(), true)).Refused(RefusalCode.ConditionMandatory);
        active.When(new TermCommand.FailCondition("no-reoffending", FailureCause.Participant)).Refused(RefusalCode.ConditionMandatory);
    }

    [Fact]
    public void It_runs_on_when_the_term_is_extended_after_its_end()
    {
        var concluding = Brought.ToConcluding().On("2026-07-07").When(new TermCommand.ExtendTerm(new LocalDate(2026, 7, 20), true));
        Assert.True(concluding.Condition<NoReoffendingCondition>().IsOpen);

        concluding.On("2026-07-10").Given(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Charge, new LocalDate(2026, 7, 9)))
            .Is(AgreementStatus.BreachReview);
    }

    private static NoReoffendingCommand.ReceiveCustodyNotice Notice(string id, CustodyNoticeKind kind, LocalDate? offenceOn = null) =>
        new(id, kind, new LocalDate(2026, 4, 1), offenceOn);
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Breach;

public sealed class BreachDecisionTests
{
    private static readonly Offence Summary = People.Theft with { Class = OffenceClass.SummaryOnly };

    [Fact]
    public void A_lead_decides_within_three_working_days_of_the_end_of_the_time_to_answer()
    {
        var review = Brought.ToBreachReview();

        Assert.Equal(Case.Time("2026-03-27 17:00"), review.Owed("breach/1").Deadline.Due);
        Assert.Equal(review.State.Breach!.Decide, review.Owed("breach/1").Deadline);
    }

    [Fact]
    public void A_lead_who_proposed_it_does_not_decide_it()
    {
        var review = Brought.ToActive().When(new BreachCommand.ProposeBreach(), People.Lead).Heard();

        review.When(new BreachCommand.DecideBreach(BreachDecision.Confirm), People.Lead).Refused(RefusalCode.BreachDeciderIsProposer);
        review.When(new BreachCommand.DecideBreach(BreachDecision.Confirm), People.OtherLead);
        review.Is(AgreementStatus.Breached);
    }

    [Fact]
    public void A_lead_whose_record_caused_the_third_failure_is_the_proposer()
    {
        var review = Brought.ToActive().ToThirdFailure(by: People.Lead);

        review.When(new BreachCommand.DecideBreach(BreachDecision.Continue), People.Lead).Refused(RefusalCode.BreachDeciderIsProposer);
    }

    [Fact]
    public void Nobody_but_a_lead_decides() =>
        Assert.All(
            Enum.GetValues<Role>().Where(role => role != Role.ProgrammeLead),
            role => Brought.ToBreachReview().When(new BreachCommand.DecideBreach(BreachDecision.Confirm) { By = People.In(role) }, People.In(role)).Refused(RefusalCode.RoleNotPermitted));

    [Fact]
    public void Confirmed_it_ends_as_breached_with_who_decided()
    {
        var breached = Brought.ToBreachReview().Heard().When(new BreachCommand.DecideBreach(BreachDecision.Confirm)).Is(AgreementStatus.Breached);

        Assert.Equal("lead-1", breached.Then<BreachEvent.AgreementBreached>().DeciderId);
        Assert.Null(breached.State.Breach);
        breached.OwesNo("breach/1");
    }

    [Fact]
    public void Continued_it_goes_on_with_a_final_warning_and_one_more_failure_proposes_again()
    {
        var active = Brought.ToBreachReview().When(new BreachCommand.DecideBreach(BreachDecision.Continue)).Is(AgreementStatus.Active);
        Assert.Equal(WarningLevel.Final, Assert.Single(active.State.Warnings).Level);

        var third = Brought.ToActive().ToThirdFailure().Given(new BreachCommand.DecideBreach(BreachDecision.Continue));
        third.Is(AgreementStatus.Active).Tell("warning-3").When(new BreachCommand.RecordFailure("f-4")).Is(AgreementStatus.BreachReview);
        Assert.Equal(2, third.State.Breach!.Number);
    }

    [Fact]
    public void Varied_it_goes_on_in_a_new_version()
    {
        var active = Brought.ToBreachReview(Brought.Supervision())
            .When(new BreachCommand.DecideBreach(BreachDecision.Vary, Add: [Brought.Pathway()], Remove: ["supervision"], ParticipantAgreed: true));

        active.Is(AgreementStatus.Active);
        Assert.Equal(2, active.State.Term!.Version);
    }

    [Fact]
    public void Extended_it_goes_on_to_a_later_day()
    {
        var active = Brought.ToBreachReview().When(new BreachCommand.DecideBreach(BreachDecision.Extend, new LocalDate(2026, 8, 2), ParticipantAgreed: true));

        active.Is(AgreementStatus.Active);
        Assert.Equal((new LocalDate(2026, 8, 2), 28), (active.State.Term!.LastDay, active.State.Term.ExtendedDays));
    }

    [Fact]
    public void A_decision_that_cannot_be_carried_out_leaves_the_breach_undecided()
    {
        var review = Brought.ToBreachReview(Brought.Supervision());

        review.When(new BreachCommand.DecideBreach(BreachDecision.Vary, Add: [Brought.Supervision()], ParticipantAgreed: true)).Refused(RefusalCode.ConditionRepeated);
        review.When(new BreachCommand.DecideBreach(BreachDecision.Vary, ParticipantAgreed: true)).Refused(RefusalCode.NothingToVary);
        review.When(new BreachCommand.DecideBreach(BreachDecision.Vary, Add: [Brought.Pathway()])).Refused(RefusalCode.ParticipantMustAgree);
        review.When(new BreachCommand.DecideBreach(BreachDecision.Extend, new LocalDate(2026, 8, 3), ParticipantAgreed: true)).Refused(RefusalCode.ExtensionTooLong);
        review.When(new BreachCommand.DecideBreach(BreachDecision.Extend, ParticipantAgreed: true)).Refused(RefusalCode.ValueOutOfRange);
        review.Is(AgreementStatus.BreachReview);
        Assert.NotNull(review.State.Breach);
    }

    [Fact]
    public void Obligations_go_on_running_under_review()
    {
        var review = Brought.ToBreachReview(Brought.Supervision(), Brought.Pathway());

        Assert.NotNull(review.Owed("pathway/acceptance"));
        review.Meeting("supervision", "m-1", "2026-03-20 14:00", Domain.Appointments.Attendance.Attended).Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void A_second_cause_while_one_waits_changes_nothing_and_a_second_proposal_says_so()
    {
        var review = Brought.ToBreachReview().When(new BreachCommand.RecordViolence("v-1", new LocalDate(2026, 3, 16)));

        Assert.Equal(BreachCause.Judgement, review.State.Breach!.Cause);
        review.When(new BreachCommand.ProposeBreach()).Refused(RefusalCode.BreachAlreadyProposed);
    }

    [Fact]
    public void An_undecided_breach_is_raised_again_28_14_7_3_and_1_days_before_the_charge_by_date()
    {
        // Charge by 10 August.
        var review = Summarily().On("2026-06-01").Given(new BreachCommand.ProposeBreach()).Until("2026-08-11");

        Assert.Equal([28, 14, 7, 3, 1], review.All<BreachEvent.ChargeByAlerted>().Select(alert => alert.DaysLeft));
        Assert.Equal(
            [Case.Time("2026-07-13 09:00"), Case.Time("2026-07-27 09:00"), Case.Time("2026-08-03 09:00"), Case.Time("2026-08-07 09:00"), Case.Time("2026-08-09 09:00")],
            review.All<BreachEvent.ChargeByAlerted>().Select(alert => alert.At));
        Assert.Equal(5, review.State.Alerts.Count(alert => alert.Kind == AlertKind.ChargeByApproaching));
        review.Is(AgreementStatus.BreachReview);

        review.Heard().When(new BreachCommand.DecideBreach(BreachDecision.Confirm, AfterChargeBy: true));
        Assert.Empty(review.State.Alerts);
    }

    [Fact]
    public void Once_decided_nothing_is_raised_again()
    {
        var active = Summarily().On("2026-06-01").Given(new BreachCommand.ProposeBreach()).When(new BreachCommand.DecideBreach(BreachDecision.Continue));

        Assert.Empty(active.Until("2026-07-20").All<BreachEvent.ChargeByAlerted>());
    }

    [Fact]
    public void Without_a_time_limit_nothing_is_raised_again() =>
        Assert.Empty(Brought.ToBreachReview().State.Breach!.ChargeByAlerts);

    [Fact]
    public void Nothing_is_ever_breached_by_a_timer_alone()
    {
        var review = Brought.ToBreachReview(Brought.Five()).Until("2027-06-01");

        review.Is(AgreementStatus.BreachReview);
        Brought.ToActive(Brought.Five()).Until("2027-06-01").Is(AgreementStatus.Concluding);
    }

    [Fact]
    public void Decided_after_the_end_of_the_term_it_concludes()
    {
        var late = Brought.ToBreachReview().Until("2026-07-20").Is(AgreementStatus.BreachReview);

        late.Given(new BreachCommand.DecideBreach(BreachDecision.Continue)).Until("2026-07-20").Is(AgreementStatus.Completed);
    }

    [Fact]
    public void Nothing_can_be_added_when_the_term_is_over() =>
        Brought.ToBreachReview(Brought.Supervision()).Until("2026-07-20")
            .When(new BreachCommand.DecideBreach(BreachDecision.Vary, Add: [Brought.Pathway()], ParticipantAgreed: true)).Refused(RefusalCode.TermOver);

    [Fact]
    public void A_decision_without_a_proposal_is_refused() =>
        Brought.ToActive().When(new BreachCommand.DecideBreach(BreachDecision.Confirm)).Refused(RefusalCode.BreachNotProposed);

    private static Case Summarily() => Brought.ToEligible(Summary).On(Brought.Signing).Given(Brought.Offer(), Brought.Sign());
}

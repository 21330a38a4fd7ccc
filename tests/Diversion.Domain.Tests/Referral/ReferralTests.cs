using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Referral;

public sealed class ReferralTests
{
    [Fact]
    public void Both_checks_are_requested_the_moment_a_case_is_referred_and_due_in_one_working_day()
    {
        var referred = Brought.ToReferred();

        Assert.Equal(Case.Time("2026-03-03 17:00"), referred.Owed("checks/safeguarding").Deadline.Due);
        Assert.Equal(Case.Time("2026-03-03 17:00"), referred.Owed("checks/domestic-abuse").Deadline.Due);
        Assert.Equal(RuleIds.CheckSafeguarding, referred.Owed("checks/safeguarding").Deadline.Rule);
    }

    [Fact]
    public void A_check_that_is_not_back_is_chased_and_escalated_on_the_ladder()
    {
        var referred = Brought.ToReferred().Until("2026-03-31 10:00");

        var steps = referred.All<TermEvent.ObligationEscalated>().Where(step => step.Obligation == "checks/safeguarding").ToArray();
        Assert.Single(referred.All<TermEvent.OwnerReminded>(), reminder => reminder.Obligation == "checks/safeguarding");
        Assert.Equal([Addressee.PoliceOfficer, Addressee.TeamManager, Addressee.ProgrammeLead], steps.Select(step => step.To));
        Assert.Equal(
            [Case.Time("2026-03-03 17:00"), Case.Time("2026-03-05 17:00"), Case.Time("2026-03-10 17:00")],
            steps.Select(step => step.At));
    }

    [Fact]
    public void A_check_that_is_back_is_silent()
    {
        var referred = Brought.ToReferred().Given(
            new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false))
            .When(new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false));

        Assert.Null(Agreement.NextDue(referred.State));
    }

    [Fact]
    public void An_offer_is_blocked_until_the_safeguarding_check_is_back() =>
        OneCheckBack(CheckKind.DomesticAbuse).Given(new ReferralCommand.ApproveEligibility()).When(Brought.Offer()).Refused(RefusalCode.ChecksOutstanding);

    [Fact]
    public void Without_the_domestic_abuse_check_nobody_approves_or_overrides()
    {
        var waiting = OneCheckBack(CheckKind.Safeguarding);
        waiting.When(new ReferralCommand.ApproveEligibility()).Refused(RefusalCode.EligibilityNotKnown);
        waiting.When(new ReferralCommand.ApproveEligibility([new("domestic-abuse", "The check is on its way to us.")])).Refused(RefusalCode.EligibilityNotKnown);
        waiting.When(Brought.Offer()).Refused(RefusalCode.WrongStatus);
    }

    private static Case OneCheckBack(CheckKind back) => Brought.ToReferred().Given(
        new ReferralCommand.RecordFacts(Brought.CleanFacts),
        new ReferralCommand.RecordRisk(null, null, null, RiskBand.Medium),
        new ReferralCommand.RecordCheck(back, false),
        new VictimCommand.RecordVictim(false));

    [Fact]
    public void An_amended_offence_computes_the_charge_by_date_again()
    {
        var referred = Brought.ToReferred().When(
            new ReferralCommand.AmendReferral(People.Participant, People.Theft with { Class = OffenceClass.SummaryOnly }));

        Assert.Equal(new LocalDate(2026, 8, 10), referred.State.Referral.ChargeBy.Date);
    }

    [Fact]
    public void After_the_offer_the_referral_is_amended_no_more() =>
        Brought.ToOffered().When(new ReferralCommand.AmendReferral(People.Participant, People.Theft with { Description = "Other" }))
            .Refused(RefusalCode.WrongStatus);

    [Fact]
    public void A_person_is_referred_once() => Brought.ToReferred().When(Brought.Refer()).Refused(RefusalCode.AgreementExists);

    [Fact]
    public void A_referral_that_the_bank_holidays_do_not_cover_is_refused()
    {
        var late = new Case(Shipped.Checkpoint).On("2028-12-01 10:00");

        var refusal = late.When(Brought.Refer(People.Theft with { CommittedOn = new LocalDate(2028, 11, 1) })).Refused(RefusalCode.CalendarNotCovered);

        Assert.Contains("31 December 2028", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_found_not_eligible_case_keeps_each_answer()
    {
        var ended = Brought.ToReferred().When(new ReferralCommand.FindNotEligible());

        Assert.Equal(Shipped.Checkpoint.Scheme.Eligibility.Length, ended.Then<ReferralEvent.FoundNotEligible>().Answers.Length);
        ended.Is(AgreementStatus.NotEligible);
    }

    [Fact]
    public void The_arm_is_never_drawn_again()
    {
        var allocated = Brought.ToEligible().Given(Trialled.Drawn());

        allocated.When(Trialled.Drawn()).ThenNothing();
        allocated.When(Trialled.Drawn(TrialArm.Control, "another")).Refused(RefusalCode.ArmAllocated);
    }

    [Fact]
    public void The_control_arm_ends_with_usual_processing()
    {
        var control = Brought.ToControl();

        Assert.True(control.State.IsTerminal);
        control.When(Brought.Offer()).Refused(RefusalCode.AgreementEnded);
    }

    [Fact]
    public void The_participants_goals_are_kept_in_their_words_and_at_most_ten()
    {
        var active = Brought.ToActive().When(new ReferralCommand.RecordGoals(["See my kids at weekends", "Læra að lesa 🙂"]));

        Assert.Equal(["See my kids at weekends", "Læra að lesa 🙂"], active.State.Referral.Goals.ToArray());
        active.When(new ReferralCommand.RecordGoals(["See my kids at weekends", "Læra að lesa 🙂"])).ThenNothing();
        active.When(new ReferralCommand.RecordGoals([.. Enumerable.Range(1, 11).Select(n => $"Goal {n}")])).Refused(RefusalCode.ValueOutOfRange);
        active.When(new ReferralCommand.RecordGoals([new string('g', 201)])).Refused(RefusalCode.TextTooLong);
        active.When(new ReferralCommand.RecordGoals(["One line\nand another"])).Refused(RefusalCode.TextInvalid);
    }

    [Fact]
    public void Offer_withdrawn_returns_to_eligible_and_can_be_made_again()
    {
        var eligible = Brought.ToOffered().Given(new OfferCommand.WithdrawOffer()).Is(AgreementStatus.Eligible);

        eligible.When(Brought.Offer()).Is(AgreementStatus.Offered);
    }
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Eligibility;

public sealed class ApprovalTests
{
    [Fact]
    public void What_is_not_known_blocks_the_approval_and_is_named()
    {
        var refusal = Brought.ToReferred().When(new ReferralCommand.ApproveEligibility()).Refused(RefusalCode.EligibilityNotKnown);

        Assert.Contains("“The person admits the offence”", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("“The victim's views were sought, or there is no victim”", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("co accused", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sergeant_overrides_a_rule_with_a_reason()
    {
        var referred = Referred(RiskBand.High);

        Assert.Contains("“The risk of offending again is medium”", referred.When(new ReferralCommand.ApproveEligibility()).Refused(RefusalCode.EligibilityNotMet).Message, StringComparison.Ordinal);
        referred.Given(new ReferralCommand.ApproveEligibility([new RuleOverride("risk-band", "First conviction in ten years.")])).Is(AgreementStatus.Eligible);
        var waived = Assert.Single(referred.State.Referral.Overrides);
        Assert.Equal(("risk-band", "First conviction in ten years.", "risk band high", "sergeant-1"), (waived.Rule, waived.Reason, waived.FactsUsed, waived.By!.Id));
        Assert.Equal(Answer.NotMet, referred.State.Referral.Answers.Single(answer => answer.Rule == "risk-band").Answer);
    }

    [Fact]
    public void An_override_without_a_reason_is_refused() =>
        Referred(RiskBand.High).When(new ReferralCommand.ApproveEligibility([new RuleOverride("risk-band", " ")])).Refused(RefusalCode.TextMissing);

    [Fact]
    public void An_override_of_an_unknown_rule_is_refused_with_the_rules_there_are() =>
        Assert.Contains(
            "risk-band",
            Referred(RiskBand.High).When(new ReferralCommand.ApproveEligibility([new RuleOverride("riskband", "Typo.")])).Refused(RefusalCode.RuleUnknown).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Nobody_but_a_sergeant_overrides() =>
        Referred(RiskBand.High).When(new ReferralCommand.ApproveEligibility(), People.Officer).Refused(RefusalCode.RoleNotPermitted);

    [Fact]
    public void The_score_the_judgement_and_the_override_are_kept_apart()
    {
        var referred = Brought.ToReferred().When(new ReferralCommand.RecordRisk("OASys", 71.5m, RiskBand.High, RiskBand.Low));
        Assert.Equal(RiskBand.Low, referred.State.Referral.Risk.BandInForce);

        referred.When(new ReferralCommand.OverrideRisk(RiskBand.Medium));

        Assert.Equal(new RiskAssessment("OASys", 71.5m, RiskBand.High, RiskBand.Low, RiskBand.Medium), referred.State.Referral.Risk);
        Assert.Equal(RiskBand.Medium, referred.State.Referral.Risk.BandInForce);
    }

    [Fact]
    public void The_score_counts_only_while_nobody_has_judged() =>
        Assert.Equal(RiskBand.High, Brought.ToReferred().When(new ReferralCommand.RecordRisk("OASys", 80m, RiskBand.High, null)).State.Referral.Risk.BandInForce);

    [Fact]
    public void An_answer_that_was_not_asked_this_time_stays()
    {
        var referred = Brought.ToReferred().Given(
            new ReferralCommand.RecordFacts(new EligibilityFacts(Admission: AdmissionAnswer.Full)))
            .When(new ReferralCommand.RecordFacts(new EligibilityFacts(CoAccusedPending: false)));

        Assert.Equal(AdmissionAnswer.Full, referred.State.Referral.Facts.Admission);
        Assert.False(referred.State.Referral.Facts.CoAccusedPending);
    }

    [Fact]
    public void An_approval_does_not_outlive_its_facts()
    {
        var eligible = Brought.ToEligible().When(new ReferralCommand.AmendReferral(People.Participant, People.Theft with { Group = "sexual" }));

        Assert.Contains("“The offence is in none of the excluded groups”", eligible.When(Brought.Offer()).Refused(RefusalCode.EligibilityNotMet).Message, StringComparison.Ordinal);
        eligible.When(new ReferralCommand.ApproveEligibility()).Refused(RefusalCode.EligibilityNotMet);
    }

    [Fact]
    public void A_concern_that_comes_to_light_after_the_approval_is_seen_by_a_sergeant_before_the_offer()
    {
        var eligible = Brought.ToEligible().Given(new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, true));
        eligible.When(Brought.Offer()).Refused(RefusalCode.EligibilityNotMet);

        eligible.Given(new ReferralCommand.ApproveEligibility(), Brought.Offer()).Is(AgreementStatus.Offered);
    }

    [Fact]
    public void An_approval_does_not_run_out_because_the_offence_grows_older() =>
        Brought.ToEligible(People.Theft with { CommittedOn = new LocalDate(2025, 12, 5) }).On("2026-03-20").When(Brought.Offer()).Is(AgreementStatus.Offered);

    private static Case Referred(RiskBand judged) => Brought.ToReferred().Given(
        new ReferralCommand.RecordFacts(Brought.CleanFacts),
        new ReferralCommand.RecordRisk("OASys", 48m, RiskBand.Medium, judged),
        new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false),
        new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false),
        new VictimCommand.RecordVictim(false));
}

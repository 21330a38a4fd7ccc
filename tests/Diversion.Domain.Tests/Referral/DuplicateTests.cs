using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Referral;

public sealed class DuplicateTests
{
    private static readonly AgreementId Other = new("DV-TEST1-00002");

    [Fact]
    public void A_person_who_may_have_a_case_is_referred_only_with_a_reason()
    {
        var refused = new Case(With(AgreementStatus.Referred)).When(Brought.Refer()).Refused(RefusalCode.PossibleDuplicate);
        Assert.Contains(Other.Value, refused.Message, StringComparison.Ordinal);

        var seen = new Case(With(AgreementStatus.Referred)).When(Brought.Refer() with { DuplicateReason = "Another Robin." }).Then<ReferralEvent.PossibleDuplicatesSeen>();

        Assert.Equal((Other, "Another Robin.", DuplicateStage.Referral), (Assert.Single(seen.Cases).Agreement, seen.Reason, seen.Stage));
    }

    [Fact]
    public void A_reason_without_a_possible_duplicate_is_ignored() =>
        new Case(Shipped.Checkpoint).When(Brought.Refer() with { DuplicateReason = "Another Robin." }).ThenNo<ReferralEvent.PossibleDuplicatesSeen>();

    [Fact]
    public void The_sergeant_who_approves_gives_a_reason_of_their_own()
    {
        var agreement = Ready(AgreementStatus.Referred);
        agreement.When(new ReferralCommand.ApproveEligibility()).Refused(RefusalCode.PossibleDuplicate);
        agreement.When(new ReferralCommand.ApproveEligibility { DuplicateReason = "Checked: a brother." }).Then<ReferralEvent.PossibleDuplicatesSeen>();
        agreement.Is(AgreementStatus.Eligible);
        Assert.Equal("Checked: a brother.", Assert.Single(agreement.State.Referral.SeenDuplicates).Reason);

        // Nobody is asked again about what the sergeant has seen.
        agreement.On(Brought.Signing).Given(Brought.Offer(), Brought.Sign()).Is(AgreementStatus.Active);
    }

    [Fact]
    public void A_case_that_appears_after_the_approval_is_seen_at_the_offer_or_the_signing()
    {
        var agreement = Brought.ToEligible().On(Brought.Signing);
        agreement.RulesInForce = With(AgreementStatus.Referred);
        agreement.When(Brought.Offer()).Refused(RefusalCode.PossibleDuplicate);
        agreement.When(Brought.Offer() with { DuplicateReason = "Another Robin." }).Then<ReferralEvent.PossibleDuplicatesSeen>();

        var offered = Brought.ToOffered();
        offered.RulesInForce = With(AgreementStatus.Referred);
        offered.When(Brought.Sign()).Refused(RefusalCode.PossibleDuplicate);
        offered.When(Brought.Sign() with { DuplicateReason = "Another Robin." }).Is(AgreementStatus.Active);
    }

    [Theory]
    [InlineData(AgreementStatus.Active)]
    [InlineData(AgreementStatus.BreachReview)]
    [InlineData(AgreementStatus.Concluding)]
    public void A_second_running_agreement_needs_a_sergeant(AgreementStatus running)
    {
        var offered = Brought.ToOffered();
        offered.RulesInForce = With(running);

        offered.When(Brought.Sign() with { DuplicateReason = "Another Robin." }, People.Officer).Refused(RefusalCode.SecondAgreement);
        offered.When(Brought.Sign(), People.Sergeant).Refused(RefusalCode.PossibleDuplicate);
        offered.When(Brought.Sign() with { DuplicateReason = "A new offence, agreed with the lead." }, People.Sergeant).Is(AgreementStatus.Active);
    }

    [Fact]
    public void A_sergeant_who_approved_beside_a_running_agreement_has_allowed_it()
    {
        var agreement = Ready(AgreementStatus.Active);
        agreement.Given(new ReferralCommand.ApproveEligibility { DuplicateReason = "A new offence." });

        agreement.On(Brought.Signing).Given(Brought.Offer()).When(Brought.Sign(), People.Officer).Is(AgreementStatus.Active);
    }

    [Fact]
    public void An_agreement_that_began_to_run_after_the_approval_needs_the_sergeant_again()
    {
        var agreement = Ready(AgreementStatus.Offered);
        agreement.Given(new ReferralCommand.ApproveEligibility { DuplicateReason = "Checked." });
        agreement.RulesInForce = With(AgreementStatus.Active);

        agreement.On(Brought.Signing).Given(Brought.Offer()).When(Brought.Sign(), People.Officer).Refused(RefusalCode.SecondAgreement);
    }

    private static RulesInForce With(AgreementStatus status) =>
        Shipped.Checkpoint with { Duplicates = [new PossibleDuplicate(Other, [SameBy.NameAndBirthDate], status)] };

    /// <summary>Referred with a reason, and everything needed for an approval is recorded.</summary>
    private static Case Ready(AgreementStatus other)
    {
        var agreement = new Case(With(other)).Given(Brought.Refer() with { DuplicateReason = "Another Robin." });
        return agreement.Given(
            new ReferralCommand.RecordFacts(Brought.CleanFacts),
            new ReferralCommand.RecordRisk("OASys", 48m, RiskBand.Medium, RiskBand.Medium),
            new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false),
            new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false),
            new VictimCommand.RecordVictim(false));
    }
}

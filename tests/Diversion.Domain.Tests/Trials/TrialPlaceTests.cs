using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Trials;

namespace Diversion.Domain.Tests.Trials;

/// <summary>A case's place in the trial that is open.</summary>
public sealed class TrialPlaceTests
{
    [Fact]
    public void While_a_trial_runs_an_offer_waits_for_its_arm()
    {
        var eligible = Eligible();

        eligible.When(Brought.Offer()).Refused(RefusalCode.ArmNotAllocated);
        eligible.Given(Trialled.Drawn()).When(Brought.Offer()).Is(AgreementStatus.Offered);
    }

    [Fact]
    public void Without_a_trial_or_outside_its_dates_everybody_eligible_is_offered()
    {
        Brought.ToEligible().When(Brought.Offer()).Is(AgreementStatus.Offered);
        Eligible(Trialled.Protocol with { From = new LocalDate(2026, 8, 1) }).When(Brought.Offer()).Is(AgreementStatus.Offered);
        Eligible(Trialled.Protocol with { Until = new LocalDate(2026, 3, 1) }).When(Brought.Offer()).Is(AgreementStatus.Offered);
        Brought.ToEligible().When(new ReferralCommand.AllocateArm()).Refused(RefusalCode.TrialNotOpen);
    }

    [Fact]
    public void Whom_the_trial_is_not_about_is_offered_and_whose_stratum_is_not_known_waits()
    {
        var outside = Eligible(Trialled.Protocol with { Factors = [new ProtocolFactor(StratumFact.OffenceGroup, ["fraud"])] });
        outside.When(new ReferralCommand.AllocateArm()).Refused(RefusalCode.StratumMissing);
        outside.When(Brought.Offer()).Is(AgreementStatus.Offered);

        var unknown = Eligible();
        unknown.Given(new ReferralCommand.AmendReferral(People.Participant with { Sex = Sex.NotKnown }, People.Theft));
        Assert.Contains("sex", unknown.When(new ReferralCommand.AllocateArm()).Refused(RefusalCode.StratumMissing).Message, StringComparison.Ordinal);
        unknown.When(Brought.Offer()).Refused(RefusalCode.ArmNotAllocated);
    }

    [Fact]
    public void A_lead_leaves_a_case_out_with_a_reason_before_anything_is_drawn()
    {
        var eligible = Eligible();
        eligible.When(new ReferralCommand.LeaveOutOfTrial { Reason = " " }).Refused(RefusalCode.ReasonMissing);
        eligible.Given(new ReferralCommand.LeaveOutOfTrial());

        eligible.When(new ReferralCommand.LeaveOutOfTrial()).ThenNothing();
        eligible.When(new ReferralCommand.AllocateArm()).Refused(RefusalCode.WrongStatus);
        eligible.When(Brought.Offer()).Is(AgreementStatus.Offered);
        Eligible().Given(Trialled.Drawn()).When(new ReferralCommand.LeaveOutOfTrial()).Refused(RefusalCode.WrongStatus);
    }

    [Fact]
    public void The_facts_by_which_a_case_was_allocated_stay()
    {
        var allocated = Eligible().Given(Trialled.Drawn());

        allocated.When(new ReferralCommand.RecordRisk("OASys", 90m, null, RiskBand.High)).Refused(RefusalCode.FactsFrozen);
        allocated.When(new ReferralCommand.RecordFacts(new EligibilityFacts(PreviousConvictions: 9))).Refused(RefusalCode.FactsFrozen);
        allocated.When(new ReferralCommand.AddOffence(People.Theft with { CrimeNumber = "CRI/2" })).Refused(RefusalCode.FactsFrozen);
        allocated.When(new ReferralCommand.OverrideRisk(RiskBand.High) { Reason = "A reason that is long enough for it." }, People.In(Role.Sergeant) with { Id = "another" }).Refused(RefusalCode.FactsFrozen);
        allocated.When(new ReferralCommand.AmendReferral(People.Participant with { Sex = Sex.Female }, People.Theft)).Refused(RefusalCode.FactsFrozen);
        allocated.When(new ReferralCommand.AmendReferral(People.Participant, People.Theft with { Group = "fraud" })).Refused(RefusalCode.FactsFrozen);
        allocated.When(new ReferralCommand.AmendReferral(People.Participant with { Name = "Robin Corrected" }, People.Theft with { Place = "The square" })).Then<ReferralEvent.Amended>();
    }

    [Theory]
    [InlineData(TrialArm.Programme)]
    [InlineData(TrialArm.Control)]
    public void What_was_drawn_is_kept_whatever_happened_to_the_case_since(TrialArm arm)
    {
        var ended = Eligible().Given(new ReferralCommand.FindNotEligible());

        ended.When(Trialled.Drawn(arm), Actor.Clock).Then<ReferralEvent.ArmAllocated>();

        ended.Is(AgreementStatus.NotEligible);
        Assert.Equal((arm, "test-trial", 7, ReferralEvent.KeptByTheTrial), (ended.State.Referral.Arm, ended.State.Referral.Allocation!.Trial, ended.State.Referral.Allocation.Number, ended.State.Referral.Allocation.Position));
    }

    [Fact]
    public void An_officer_is_offered_the_press_only_where_it_can_be_made()
    {
        Assert.Contains("allocate-arm", Offered(Eligible()));
        Assert.DoesNotContain("make-offer", Offered(Eligible()));
        Assert.DoesNotContain("allocate-arm", Offered(Brought.ToEligible()));
        Assert.DoesNotContain("allocate-arm", Offered(Eligible().Given(Trialled.Drawn())));
    }

    [Fact]
    public void Consent_to_research_changes_and_a_trial_that_does_not_ask_has_none()
    {
        Eligible().Given(Trialled.Drawn()).When(new ReferralCommand.RecordResearchConsent(true)).Refused(RefusalCode.WrongStatus);
        var asked = Eligible().Given(new ReferralCommand.AllocateArm().With(Trialled.Drawn().Drawn! with { ResearchConsent = true }));

        asked.Given(new ReferralCommand.RecordResearchConsent(false));

        Assert.False(asked.State.Referral.Allocation!.ResearchConsent);
    }

    [Fact]
    public void The_arm_received_is_kept_apart_from_the_arm_allocated()
    {
        Assert.Null(ReceivedArm.Of(Brought.ToActive().State));
        var allocated = Eligible().Given(Trialled.Drawn());
        Assert.Null(ReceivedArm.Of(allocated.State));

        var declined = allocated.Given(Brought.Offer(), new OfferCommand.DeclineOffer());

        var received = ReceivedArm.Of(declined.State)!;
        Assert.Equal((TrialArm.Programme, TrialArm.Control), (declined.State.Referral.Arm, received.Arm));
        Assert.Contains("declined", received.CrossoverReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_signed_received_the_programme_from_that_day()
    {
        var signed = Eligible().Given(Trialled.Drawn(), Brought.Offer()).On(Brought.Signing).Given(Brought.Sign());

        var received = ReceivedArm.Of(signed.State)!;
        Assert.Equal((TrialArm.Programme, signed.State.Term!.SignedOn, null), (received.Arm, received.On, received.CrossoverReason));
        Assert.True(received.IsTreated(TreatmentRule.Signed));
        Assert.False(received.IsTreated(TreatmentRule.SignedAndMetWithin72Hours));
        Assert.True((received with { FirstMeetingAt = Case.Time("2026-03-06") }).IsTreated(TreatmentRule.SignedAndMetWithin72Hours));
        Assert.False((received with { FirstMeetingAt = Case.Time("2026-03-30") }).IsTreated(TreatmentRule.SignedAndMetWithin72Hours));
    }

    [Fact]
    public void A_control_received_usual_processing_on_the_day_of_its_outcome_and_a_crossover_says_why()
    {
        var control = Eligible().Given(Trialled.Drawn(TrialArm.Control));
        Assert.Null(ReceivedArm.Of(control.State));
        control.On("2026-03-09").Given(new ReferralCommand.RecordCrossover(TrialArm.Programme, new LocalDate(2026, 3, 6)) { Reason = "Another force took the person on." });

        var received = ReceivedArm.Of(control.State)!;
        Assert.Equal((TrialArm.Programme, "Another force took the person on."), (received.Arm, received.CrossoverReason));
        Assert.Equal(TrialArm.Control, control.State.Referral.Arm);
        control.When(new ReferralCommand.RecordCrossover(TrialArm.Programme, new LocalDate(2027, 3, 6)) { Reason = "x" }).Refused(RefusalCode.DateInFuture);
        control.When(new ReferralCommand.RecordCrossover(TrialArm.Programme, new LocalDate(2026, 3, 1)) { Reason = "x" }).Refused(RefusalCode.DateTooOld);
        Brought.ToActive().When(new ReferralCommand.RecordCrossover(TrialArm.Programme, new LocalDate(2026, 3, 6)) { Reason = "x" }).Refused(RefusalCode.ArmNotAllocated);
    }

    private static Case Eligible(TrialProtocol? protocol = null)
    {
        var eligible = Brought.ToEligible();
        eligible.RulesInForce = Trialled.Rules(protocol);
        return eligible;
    }

    private static string[] Offered(Case of) =>
        [.. Agreement.Possible(of.State, People.In(Role.PoliceOfficer), of.Now, _ => of.RulesInForce).Where(action => action.Blocked is null).Select(action => action.Entry.Name)];
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Eligibility;

/// <summary>On what basis a case is dealt with out of court: the route says what is demanded.</summary>
public sealed class BasisTests
{
    private static readonly EligibilityFacts Whole = Brought.CleanFacts with
    {
        Admission = null,
        Evidence = EvidenceSource.Interview,
        EvidenceReference = "INT/7",
        EvidentialTestBy = "Inspector Ina Decider",
        PublicInterest = "The loss was paid back.",
        LegalAdvice = LegalAdvice.Declined,
    };

    [Fact]
    public void Outcome_22_asks_for_no_admission()
    {
        var referred = Ready(Whole);

        var approved = referred.When(new ReferralCommand.ApproveEligibility());

        Assert.Null(approved.Refusal);
        Assert.Equal(AgreementStatus.Eligible, approved.Status);
        var basis = approved.State.Referral.Answers.Single(answer => answer.Rule == "basis");
        Assert.Equal("Deferred prosecution (outcome 22); interview; evidential test: met; public interest reasons; legal advice: declined", basis.FactsUsed);
    }

    [Theory]
    [InlineData(AdmissionAnswer.Full, Answer.Met)]
    [InlineData(AdmissionAnswer.Part, Answer.NotMet)]
    [InlineData(AdmissionAnswer.None, Answer.NotMet)]
    [InlineData(AdmissionAnswer.NoDenial, Answer.NotMet)]
    [InlineData(AdmissionAnswer.NoComment, Answer.NotMet)]
    [InlineData(null, Answer.NotKnown)]
    public void A_caution_demands_an_admission_in_full(AdmissionAnswer? admission, Answer expected) =>
        Assert.Equal(expected, Basis(Whole with { Route = "caution", Admission = admission }).Answer);

    [Fact]
    public void What_the_route_demands_and_is_missing_is_not_known_and_named()
    {
        Missing(Whole with { EvidenceReference = null }, "not recorded: the evidence and its reference");
        Missing(Whole with { SufficientEvidence = null }, "not asked: evidential test");
        Missing(Whole with { EvidentialTestBy = null }, "not recorded: who decided the evidential test");
        Missing(Whole with { PublicInterest = null }, "not recorded: the public interest reasons");
        Missing(Whole with { LegalAdvice = null }, "not asked: legal advice");
    }

    [Fact]
    public void An_evidential_test_that_is_not_met_and_advice_that_was_not_offered_stand_in_the_way()
    {
        Assert.Equal((Answer.NotMet, "Deferred prosecution (outcome 22); evidential test: not met"), Said(Whole with { SufficientEvidence = false }));
        Assert.Equal((Answer.NotMet, "Deferred prosecution (outcome 22); legal advice: not offered"), Said(Whole with { LegalAdvice = LegalAdvice.NotOffered }));

        var refused = Ready(Whole with { SufficientEvidence = false }).When(new ReferralCommand.ApproveEligibility([new RuleOverride("basis", "The officer is sure of it anyway.")]));

        refused.Refused(RefusalCode.RuleNotOverridable);
    }

    [Fact]
    public void An_indictable_only_offence_needs_the_authority_of_the_crown_prosecution_service()
    {
        var serious = People.Theft with { Class = OffenceClass.IndictableOnly };
        Assert.Equal(Answer.NotKnown, Basis(Whole, serious).Answer);
        Assert.Contains("indictable only", Basis(Whole, serious).FactsUsed, StringComparison.Ordinal);
        Assert.Equal(Answer.Met, Basis(Whole with { ProsecutorAuthority = "CPS/26/1" }, serious).Answer);
    }

    [Theory]
    [InlineData("Ola Beat")]
    [InlineData("PC Ola BEAT")]
    [InlineData("ola beat")]
    public void The_officer_of_the_case_does_not_decide_the_evidential_test(string decider)
    {
        var officer = People.ReferringOfficer with { Name = "Ola Beat" };
        var referred = new Case(Shipped.Checkpoint2).Given(Brought.Refer() with { Officer = officer, By = new Actor(officer.Id, officer.Name, Role.PoliceOfficer, officer.Team) });

        referred.When(new ReferralCommand.RecordFacts(new EligibilityFacts(EvidentialTestBy: decider))).Refused(RefusalCode.DecisionMakerIsOfficer);
    }

    [Fact]
    public void Another_decision_maker_is_kept()
    {
        var referred = Brought.ToReferred(inForce: Shipped.Checkpoint2);

        referred.When(new ReferralCommand.RecordFacts(new EligibilityFacts(EvidentialTestBy: " Inspector Ina Decider ")));

        Assert.Equal("Inspector Ina Decider", referred.State.Referral.Facts.EvidentialTestBy);
    }

    [Fact]
    public void Outcome_23_is_refused_with_the_way_to_the_youth_offending_team()
    {
        var refused = Brought.ToReferred(inForce: Shipped.Checkpoint2).When(new ReferralCommand.RecordFacts(new EligibilityFacts(Route: "outcome-23")));

        Assert.Contains("youth offending team", refused.Refused(RefusalCode.RouteNotOpen).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diversionary-caution")]
    [InlineData("community-caution")]
    public void The_two_tier_cautions_are_refused_until_the_law_begins(string route)
    {
        var refused = Brought.ToReferred(inForce: Shipped.Checkpoint2).When(new ReferralCommand.RecordFacts(new EligibilityFacts(Route: route)));

        Assert.Contains("the law that makes it has not begun", refused.Refused(RefusalCode.RouteNotOpen).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dated_route_opens_on_its_day()
    {
        var caution = Shipped.Checkpoint2.Scheme.AllRoutes().Single(route => route.Id == "diversionary-caution") with { SwitchedOff = false, From = new LocalDate(2026, 3, 10), Until = new LocalDate(2026, 3, 20) };
        var scheme = Shipped.Checkpoint2.Scheme with { Routes = [Shipped.Checkpoint2.Scheme.AllRoutes()[0], caution] };
        var referred = Brought.ToReferred(inForce: Shipped.Checkpoint2 with { Scheme = scheme });
        var choice = new ReferralCommand.RecordFacts(new EligibilityFacts(Route: caution.Id));

        Assert.Contains("begins on 10 March 2026", referred.When(choice).Refused(RefusalCode.RouteNotOpen).Message, StringComparison.Ordinal);
        Assert.Contains("ended on 20 March 2026", referred.On("2026-03-21").When(choice).Refused(RefusalCode.RouteNotOpen).Message, StringComparison.Ordinal);
        Assert.Null(referred.On("2026-03-10").When(choice).Refusal);
        Assert.Equal(caution.Id, referred.State.Referral.Facts.Route);
    }

    [Fact]
    public void An_unknown_route_is_refused_with_those_that_are_open()
    {
        var refused = Brought.ToReferred(inForce: Shipped.Checkpoint2).When(new ReferralCommand.RecordFacts(new EligibilityFacts(Route: "outcome-99")));

        Assert.Contains("outcome-22, caution.", refused.Refused(RefusalCode.RouteUnknown).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_signed_before_it_was_explained()
    {
        var offered = Ready(Whole).Given(new ReferralCommand.ApproveEligibility()).On(Brought.Signing).Given(Brought.Offer());

        var refused = offered.When(Brought.Sign());
        Assert.Contains("not a conviction", refused.Refused(RefusalCode.ExplanationMissing).Message, StringComparison.Ordinal);

        var signed = offered.When(Brought.Sign() with { Explained = true });
        Assert.Null(signed.Refusal);
        Assert.Equal(Shipped.Checkpoint2.Scheme.AllRoutes()[0].Explain.ToArray(), signed.State.Term!.Explained.ToArray());
    }

    [Fact]
    public void A_scheme_from_before_routes_demands_nothing_more_than_its_rules()
    {
        var offered = Brought.ToOffered();

        Assert.Null(offered.When(Brought.Sign()).Refusal);
        Assert.Empty(offered.State.Term!.Explained);
    }

    [Fact]
    public void An_offence_that_needs_an_authority_is_not_taken_in_without_one()
    {
        var active = Ready(Whole).Given(new ReferralCommand.ApproveEligibility()).On(Brought.Signing).Given(Brought.Offer(), Brought.Sign() with { Explained = true });
        var serious = People.Theft with { Description = "Burglary of a shop", Class = OffenceClass.IndictableOnly, CrimeNumber = "CRI/9" };

        var refused = active.On("2026-03-16").When(new TermCommand.TakeOffenceIn(serious, true, new LocalDate(2026, 3, 16), AgreedHow.InPerson));

        Assert.Contains("Crown Prosecution Service", refused.Refused(RefusalCode.EligibilityNotMet).Message, StringComparison.Ordinal);
    }

    private static Case Ready(EligibilityFacts facts, Offence? offence = null) => Brought.ToReferred(offence, inForce: Shipped.Checkpoint2).Given(
        new ReferralCommand.RecordFacts(facts),
        new ReferralCommand.RecordRisk("OASys", 48m, RiskBand.Medium, RiskBand.Medium),
        new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false),
        new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false),
        new VictimCommand.RecordVictim(false));

    private static RuleAnswer Basis(EligibilityFacts facts, Offence? offence = null) => EligibilityAssessment
        .Assess(new EligibilityCase(People.Participant, offence ?? People.Theft, facts, RiskBand.Medium, true, false, false), Shipped.Checkpoint2.Scheme, new LocalDate(2026, 3, 2))
        .Single(answer => answer.Rule == "basis");

    private static (Answer, string) Said(EligibilityFacts facts) => (Basis(facts).Answer, Basis(facts).FactsUsed);

    private static void Missing(EligibilityFacts facts, string what) =>
        Assert.Equal((Answer.NotKnown, $"Deferred prosecution (outcome 22); {what}"), Said(facts));
}

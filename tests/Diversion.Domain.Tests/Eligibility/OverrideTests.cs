using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Eligibility;

/// <summary>What a sergeant may override, with which reason, and how long an override is valid.</summary>
public sealed class OverrideTests
{
    private const string Reason = "The person moved away last week and will be back.";

    [Theory]
    [InlineData("test")]
    [InlineData("x")]
    [InlineData(".")]
    [InlineData("test test test test test")]
    [InlineData("ok ok fine")]
    [InlineData("...............  . . .")]
    public void A_reason_that_says_nothing_is_refused(string reason)
    {
        Ready(RiskBand.High).When(Override("risk-band", reason)).Refused(RefusalCode.ReasonTooShort);
        Ready(RiskBand.High).When(new ReferralCommand.OverrideRisk(RiskBand.Medium) { Reason = reason }).Refused(RefusalCode.ReasonTooShort);
    }

    [Fact]
    public void A_child_is_never_eligible()
    {
        var child = Ready().Given(new ReferralCommand.AmendReferral(People.Participant with { BornOn = new LocalDate(2011, 6, 1) }, People.Theft) { Reason = "Her papers came." })
            .When(Override("adult", Reason)).Refused(RefusalCode.RuleNotOverridable);
        Assert.EndsWith("A person who was under 18 goes to the youth offending team.", child.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_excluded_offence_is_never_eligible() =>
        Ready(offence: People.Theft with { Group = "rape" }).When(Override("offence-not-excluded", Reason)).Refused(RefusalCode.RuleNotOverridable);

    [Fact]
    public void An_age_and_an_excluded_offence_are_never_overridden_whatever_the_data_says()
    {
        var all = Shipped.Checkpoint with
        {
            Scheme = Shipped.Checkpoint.Scheme with
            {
                Eligibility = [.. Shipped.Checkpoint.Scheme.Eligibility.Select(rule => rule with { Overridable = true })],
            },
        };

        Ready(inForce: all).Given(new ReferralCommand.AmendReferral(People.Participant with { BornOn = new LocalDate(2011, 6, 1) }, People.Theft) { Reason = "Her papers came." })
            .When(Override("adult", Reason)).Refused(RefusalCode.RuleNotOverridable);
        Ready(offence: People.Theft with { Group = "sexual" }, inForce: all).When(Override("offence-not-excluded", Reason)).Refused(RefusalCode.RuleNotOverridable);
    }

    [Fact]
    public void What_is_not_known_is_never_overridden() =>
        Brought.ToReferred().When(Override("risk-band", Reason)).Refused(RefusalCode.EligibilityNotKnown);

    [Fact]
    public void A_rule_that_the_scheme_does_not_let_be_overridden_is_refused_also_when_nobody_tries()
    {
        var noAdmission = Ready().Given(new ReferralCommand.RecordFacts(new EligibilityFacts(Admission: AdmissionAnswer.None)));

        noAdmission.When(Override("admission", Reason)).Refused(RefusalCode.RuleNotOverridable);
        noAdmission.When(new ReferralCommand.ApproveEligibility()).Refused(RefusalCode.EligibilityNotMet);
    }

    [Fact]
    public void A_rule_that_is_met_needs_no_override() =>
        Ready().When(Override("risk-band", Reason)).Refused(RefusalCode.OverrideNotNeeded);

    [Fact]
    public void Each_override_is_a_decision_of_its_own_with_a_reason_of_its_own()
    {
        var two = Ready(RiskBand.High, person: People.Participant with { District = "Leeds" });
        two.When(Override(("risk-band", Reason), ("home-in-force-area", " the person moved away LAST week and will be back"))).Refused(RefusalCode.OverrideRepeated);
        two.When(Override(("risk-band", Reason), ("risk-band", "Another reason for the same rule."))).Refused(RefusalCode.OverrideRepeated);

        two.When(Override(("risk-band", "One old conviction weighs too much."), ("home-in-force-area", Reason))).Is(AgreementStatus.Eligible);
        Assert.Equal(
            [("risk-band", "One old conviction weighs too much."), ("home-in-force-area", Reason)],
            two.State.Referral.Overrides.Select(waived => (waived.Rule, waived.Reason)));
        Assert.All(two.State.Referral.Overrides, waived => Assert.Equal(("sergeant-1", true), (waived.By!.Id, waived.At is not null)));
    }

    [Fact]
    public void Nobody_approves_their_own_referral_or_overrides_a_rule_on_it()
    {
        var officerAsSergeant = People.Officer with { Role = Role.Sergeant };
        var ready = Ready(RiskBand.High);
        ready.When(new ReferralCommand.ApproveEligibility(), officerAsSergeant).Refused(RefusalCode.OwnReferral);
        ready.When(Override("risk-band", Reason), officerAsSergeant with { Id = "OFFICER-1" }).Refused(RefusalCode.OwnReferral);
        ready.When(new ReferralCommand.OverrideRisk(RiskBand.Medium) { Reason = Reason }, officerAsSergeant).Refused(RefusalCode.OwnReferral);
    }

    [Fact]
    public void A_sergeant_who_sent_the_referral_for_another_officer_does_not_approve_it()
    {
        var sent = new Case(Shipped.Checkpoint).Given(Brought.Refer() with { By = People.Sergeant });

        sent.When(new ReferralCommand.ApproveEligibility(), People.Sergeant).Refused(RefusalCode.OwnReferral);
        sent.When(new ReferralCommand.ApproveEligibility(), People.Sergeant with { Id = "sergeant-2" }).Refused(RefusalCode.EligibilityNotKnown);
    }

    [Theory]
    [InlineData("2025-11-20")]
    [InlineData("2025-11-29")]
    public void An_override_is_valid_only_for_the_facts_that_it_was_given_on(string committed)
    {
        var old = Ready(offence: People.Theft with { CommittedOn = new LocalDate(2025, 11, 28) });
        old.Given(Override("recent-offence", Reason)).On("2026-03-04").When(new ReferralCommand.ApproveEligibility()).ThenNothing();

        old.Given(new ReferralCommand.AmendReferral(People.Participant, People.Theft with { CommittedOn = NodaTime.Text.LocalDatePattern.Iso.Parse(committed).Value }));
        old.When(Brought.Offer()).Refused(RefusalCode.EligibilityNotMet);
        old.RulesInForce = Trialled.Rules();
        old.When(new ReferralCommand.AllocateArm()).Refused(RefusalCode.EligibilityNotMet);
    }

    [Fact]
    public void An_override_is_valid_as_long_as_its_facts() =>
        Ready(RiskBand.High).Given(Override("risk-band", Reason)).On("2026-03-20").When(Brought.Offer()).Is(AgreementStatus.Offered);

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_fact_that_changes_after_the_approval_undoes_it(int change)
    {
        var eligible = Brought.ToEligible().Given(Each[change]);

        eligible.When(Brought.Offer()).Refused(RefusalCode.EligibilityNotMet);
    }

    public static TheoryData<int> Changes => [.. Enumerable.Range(0, Each.Length)];

    private static AgreementCommand[] Each =>
    [
        new ReferralCommand.AmendReferral(People.Participant with { BornOn = new LocalDate(2010, 1, 1) }, People.Theft),
        new ReferralCommand.AmendReferral(People.Participant with { District = "Leeds" }, People.Theft),
        new ReferralCommand.AmendReferral(People.Participant, People.Theft with { Group = "robbery" }),
        new ReferralCommand.AmendReferral(People.Participant, People.Theft with { District = null }),
        new ReferralCommand.RecordFacts(new EligibilityFacts(CurrentOrders: ["bail"])),
        new ReferralCommand.RecordFacts(new EligibilityFacts(CoAccusedPending: true)),
        new ReferralCommand.RecordFacts(new EligibilityFacts(Admission: AdmissionAnswer.None)),
        new ReferralCommand.RecordRisk(null, null, null, RiskBand.Low),
        new ReferralCommand.OverrideRisk(RiskBand.High) { Reason = Reason },
    ];

    [Fact]
    public void A_concern_that_comes_to_light_after_the_offer_stops_the_signing() =>
        Brought.ToOffered().Given(new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, true)).When(Brought.Sign()).Refused(RefusalCode.EligibilityNotMet);

    [Fact]
    public void The_risk_band_is_overridden_only_when_there_is_one() =>
        Brought.ToReferred().When(new ReferralCommand.OverrideRisk(RiskBand.Medium) { Reason = Reason }).Refused(RefusalCode.EligibilityNotKnown);

    [Fact]
    public void An_override_of_the_risk_band_is_kept_with_its_reason_and_ends_when_the_band_is_recorded_again()
    {
        var ready = Ready(RiskBand.High).Given(new ReferralCommand.OverrideRisk(RiskBand.Medium) { Reason = Reason });
        var kept = ready.State.Referral.RiskOverride!;
        Assert.Equal((RiskBand.Medium, RiskBand.High, Reason, "sergeant-1"), (kept.Band, kept.From!.Value, kept.Reason, kept.By!.Id));

        ready.When(new ReferralCommand.RecordRisk("OASys", 50m, RiskBand.Medium, RiskBand.High));
        Assert.Equal(RiskBand.Medium, ready.State.Referral.Risk.BandInForce);

        ready.When(new ReferralCommand.RecordRisk("OASys", 50m, RiskBand.Medium, RiskBand.Low));
        Assert.Equal((RiskBand.Low, null), (ready.State.Referral.Risk.BandInForce, ready.State.Referral.RiskOverride));
    }

    [Fact]
    public void An_approval_of_the_first_version_is_read_with_its_overrides()
    {
        var ready = Ready(RiskBand.High);
        var answers = ready.When(Override("risk-band", Reason)).State.Referral.Answers;
        var old = Agreement.Evolve(
            Ready(RiskBand.High).State, new ReferralEvent.EligibilityApproved(answers, [new RuleOverride("risk-band", "test")]));

        Assert.Equal(new OverriddenRule("risk-band", "The risk of offending again is medium.", "risk band high", "test"), Assert.Single(old.Referral.Overrides));
        Assert.Equal(AgreementStatus.Eligible, old.Status);
    }

    [Fact]
    public void An_override_shows_on_the_case_until_its_end() =>
        Assert.Single(Ready(RiskBand.High).Given(Override("risk-band", Reason)).On(Brought.Signing).Given(Brought.Offer(), Brought.Sign())
            .Until(Brought.AfterTheTerm).State.Referral.Overrides);

    private static ReferralCommand.ApproveEligibility Override(string rule, string reason) => Override((rule, reason));

    private static ReferralCommand.ApproveEligibility Override(params (string Rule, string Reason)[] overrides) =>
        new([.. overrides.Select(one => new RuleOverride(one.Rule, one.Reason))]);

    /// <summary>Everything is known; without arguments, every rule is met.</summary>
    private static Case Ready(RiskBand judged = RiskBand.Medium, Person? person = null, Offence? offence = null, RulesInForce? inForce = null) =>
        Brought.ToReferred(offence, person, inForce).Given(
            new ReferralCommand.RecordFacts(Brought.CleanFacts),
            new ReferralCommand.RecordRisk("OASys", 48m, RiskBand.Medium, judged),
            new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false),
            new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false),
            new VictimCommand.RecordVictim(false));
}

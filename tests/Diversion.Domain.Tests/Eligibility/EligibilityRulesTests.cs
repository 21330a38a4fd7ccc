using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Eligibility;

/// <summary>Each rule of the shipped schemes: met, not met, not known, and the facts that it used.</summary>
public sealed class EligibilityRulesTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    private static readonly EligibilityCase Clean = new(
        People.Participant, People.Theft, Brought.CleanFacts, RiskBand.Medium, VictimViewsSettled: true, DomesticAbuse: false, BySergeant: false);

    [Fact]
    public void Every_rule_is_met_by_a_clean_case() =>
        Assert.All(EligibilityAssessment.Assess(Clean, Shipped.Checkpoint.Scheme, Today), answer => Assert.Equal(Answer.Met, answer.Answer));

    [Fact]
    public void Every_rule_answers_not_known_when_nothing_is_known() =>
        Assert.All(
            EligibilityAssessment.Assess(new EligibilityCase(null, null, EligibilityFacts.None, null, null, null, false), Shipped.Checkpoint.Scheme, Today),
            answer =>
            {
                Assert.Equal(Answer.NotKnown, answer.Answer);
                Assert.NotEmpty(answer.FactsUsed);
            });

    [Fact]
    public void Adult_is_18_on_the_day_of_the_offence()
    {
        Answers("adult", Clean with { Person = Born(2008, 2, 10) }, Answer.Met, "18 years old on the day of the offence");
        Answers("adult", Clean with { Person = Born(2008, 2, 11) }, Answer.NotMet, "17 years old on the day of the offence");
    }

    [Fact]
    public void Home_in_the_force_area()
    {
        Answers("home-in-force-area", Clean with { Person = People.Participant with { District = "darlington" } }, Answer.Met, "home district darlington");
        Answers("home-in-force-area", Clean with { Person = People.Participant with { District = "Leeds" } }, Answer.NotMet, "home district Leeds");
        Answers("home-in-force-area", Clean with { Person = People.Participant with { District = null } }, Answer.NotKnown, "not recorded: home district");
    }

    [Fact]
    public void Offence_in_the_force_area()
    {
        Answers("offence-in-force-area", Clean with { Offence = People.Theft with { District = "Leeds" } }, Answer.NotMet, "offence district Leeds");
        Answers("offence-in-force-area", Clean with { Offence = People.Theft with { District = null } }, Answer.NotKnown, "not recorded: offence district");
    }

    [Fact]
    public void Offence_under_three_months_old()
    {
        Answers("recent-offence", Clean with { Offence = People.Theft with { CommittedOn = new LocalDate(2025, 12, 3) } }, Answer.Met, "89 days since the offence");
        Answers("recent-offence", Clean with { Offence = People.Theft with { CommittedOn = new LocalDate(2025, 12, 2) } }, Answer.NotMet, "90 days since the offence");
    }

    [Theory]
    [InlineData(RiskBand.Low, Answer.NotMet)]
    [InlineData(RiskBand.Medium, Answer.Met)]
    [InlineData(RiskBand.High, Answer.NotMet)]
    public void Risk_band_medium(RiskBand band, Answer expected) => Answers("risk-band", Clean with { Risk = band }, expected, $"risk band {Words.Of(band)}");

    [Theory]
    [InlineData("serious-violence")]
    [InlineData("sexual")]
    [InlineData("hate-crime")]
    [InlineData("SEXUAL")]
    public void Excluded_offences(string group) =>
        Answers("offence-not-excluded", Clean with { Offence = People.Theft with { Group = group } }, Answer.NotMet, $"offence group {group.Replace('-', ' ').ToLowerInvariant()}");

    [Theory]
    [InlineData("court-order")]
    [InlineData("suspended-sentence")]
    [InlineData("conditional-discharge")]
    [InlineData("bail")]
    [InlineData("statutory-supervision")]
    public void No_current_order(string order)
    {
        Answers("no-current-order", Clean with { Facts = Brought.CleanFacts with { CurrentOrders = ["parking-fine", order] } }, Answer.NotMet, order.Replace('-', ' '));
        Answers("no-current-order", Clean with { Facts = Brought.CleanFacts with { CurrentOrders = [] } }, Answer.Met, "none of the listed orders");
        Answers("no-current-order", Clean with { Facts = Brought.CleanFacts with { CurrentOrders = null } }, Answer.NotKnown, "not asked: current orders");
    }

    [Fact]
    public void No_co_accused_case_pending()
    {
        Answers("no-co-accused-pending", Clean with { Facts = Brought.CleanFacts with { CoAccusedPending = true } }, Answer.NotMet, "a co-accused case is pending");
        Answers("no-co-accused-pending", Clean with { Facts = Brought.CleanFacts with { CoAccusedPending = null } }, Answer.NotKnown, "not asked: co-accused");
    }

    [Fact]
    public void Admission_is_asked_by_checkpoint()
    {
        Answers("admission", Clean with { Facts = Brought.CleanFacts with { Admission = AdmissionAnswer.None, SufficientEvidence = true } }, Answer.NotMet, "admission: no");
        Answers("admission", Clean with { Facts = Brought.CleanFacts with { Admission = AdmissionAnswer.Part } }, Answer.NotMet, "admission: in part");
        Answers("admission", Clean with { Facts = Brought.CleanFacts with { Admission = null } }, Answer.NotKnown, "not asked: admission");
    }

    [Theory]
    [InlineData(AdmissionAnswer.Full, null, Answer.Met)]
    [InlineData(AdmissionAnswer.None, true, Answer.Met)]
    [InlineData(null, true, Answer.Met)]
    [InlineData(AdmissionAnswer.Part, false, Answer.NotMet)]
    [InlineData(AdmissionAnswer.NoComment, null, Answer.NotKnown)]
    [InlineData(null, null, Answer.NotKnown)]
    public void Admission_or_sufficient_evidence_is_enough_for_turning_point(AdmissionAnswer? admission, bool? evidence, Answer expected) =>
        Answers("admission-or-evidence", Clean with { Facts = new EligibilityFacts(Admission: admission, SufficientEvidence: evidence) }, expected, null, Shipped.TurningPoint);

    [Fact]
    public void Victims_views_sought()
    {
        Answers("victim-views", Clean with { VictimViewsSettled = false }, Answer.NotMet, "victim's views sought, or no victim: no");
        Answers("victim-views", Clean with { VictimViewsSettled = null }, Answer.NotKnown, "not asked: victim's views sought, or no victim");
    }

    [Fact]
    public void Domestic_abuse_takes_a_sergeants_approval_under_checkpoint()
    {
        Answers("domestic-abuse", Clean with { DomesticAbuse = true }, Answer.NotKnown, "domestic-abuse check: concern; a sergeant must approve");
        Answers("domestic-abuse", Clean with { DomesticAbuse = true, BySergeant = true }, Answer.Met, "domestic-abuse check: concern, seen by the approving sergeant");
        Answers("domestic-abuse", Clean with { DomesticAbuse = null }, Answer.NotKnown, "domestic-abuse check is not back");
    }

    [Fact]
    public void Domestic_abuse_is_excluded_under_turning_point() =>
        Answers("domestic-abuse", Clean with { DomesticAbuse = true, BySergeant = true }, Answer.NotMet, "domestic-abuse check: concern", Shipped.TurningPoint);

    [Theory]
    [InlineData(1, Answer.Met)]
    [InlineData(2, Answer.NotMet)]
    [InlineData(null, Answer.NotKnown)]
    public void At_most_one_earlier_conviction_under_turning_point(int? convictions, Answer expected) =>
        Answers("previous-convictions", Clean with { Facts = Brought.CleanFacts with { PreviousConvictions = convictions } }, expected, null, Shipped.TurningPoint);

    private static Person Born(int year, int month, int day) => People.Participant with { BornOn = new LocalDate(year, month, day) };

    private static void Answers(string rule, EligibilityCase subject, Answer expected, string? facts, RulesInForce? inForce = null)
    {
        var answer = Assert.Single(EligibilityAssessment.Assess(subject, (inForce ?? Shipped.Checkpoint).Scheme, Today), one => one.Rule == rule);
        Assert.Equal(expected, answer.Answer);
        Assert.NotEmpty(answer.Message);
        if (facts is not null)
        {
            Assert.Equal(facts, answer.FactsUsed);
        }
    }
}

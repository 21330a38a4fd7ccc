using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Referral;

public sealed class OffenceTests
{
    /// <summary>A summary offence of 10 February 2026: charge by 10 August 2026.</summary>
    private static readonly Offence Damage = new(
        "Damaged a fence", "criminal-damage", new LocalDate(2026, 2, 10), OffenceClass.SummaryOnly, District: "County Durham") { CrimeNumber = "CRI/10" };

    private static ReferralCommand.AddOffence Add(Offence offence) => new(offence);

    [Fact]
    public void The_earliest_charge_by_date_of_all_offences_counts()
    {
        var both = Brought.ToReferred();
        Assert.Null(both.State.Referral.ChargeBy.Date);

        both.When(Add(Damage));
        Assert.Equal((new LocalDate(2026, 8, 10), RuleIds.ChargeBySummary), (both.State.Referral.ChargeBy.Date, both.State.Referral.ChargeBy.Rule));

        both.When(Add(Damage with { CrimeNumber = "CRI/11", CommittedOn = new LocalDate(2026, 2, 1) }));
        Assert.Equal(new LocalDate(2026, 8, 1), both.State.Referral.ChargeBy.Date);

        both.When(new ReferralCommand.RemoveOffence(3) { Reason = "Recorded by mistake." });
        Assert.Equal(new LocalDate(2026, 8, 10), both.State.Referral.ChargeBy.Date);
    }

    [Fact]
    public void Correcting_the_first_offence_keeps_the_limit_of_the_others()
    {
        var both = Brought.ToReferred().Given(Add(Damage));
        both.When(new ReferralCommand.AmendReferral(both.State.Referral.Person, both.State.Referral.Offence with { Description = "Took a bicycle" }) { Reason = "Said so." })
            .Then<ReferralEvent.Amended>();
        Assert.Equal(new LocalDate(2026, 8, 10), both.State.Referral.ChargeBy.Date);
    }

    [Fact]
    public void Numbers_are_never_used_again()
    {
        var removed = Brought.ToReferred().Given(Add(Damage)).When(new ReferralCommand.RemoveOffence(2) { Reason = "By mistake." });
        Assert.Equal([1, 3], removed.Given(Add(Damage)).State.Referral.Offences.Select(one => one.Number));
    }

    [Theory]
    [InlineData("cri/10", "Something else", "2026-02-12")]
    [InlineData(null, "damaged  a fence", "2026-02-10")]
    public void The_same_offence_twice_is_refused(string? crime, string what, string on)
    {
        var both = Brought.ToReferred().Given(Add(Damage));
        both.When(Add(Damage with { CrimeNumber = crime, Description = what, CommittedOn = Date(on) })).Refused(RefusalCode.OffenceRepeated);
    }

    [Fact]
    public void Two_thefts_of_one_day_are_two_offences_if_each_has_its_own_crime_number() =>
        Assert.Equal(3, Brought.ToReferred().Given(Add(Damage)).When(Add(Damage with { CrimeNumber = "CRI/11" })).Then<ReferralEvent.OffenceAdded>().Number);

    [Fact]
    public void A_rule_about_the_offence_is_asked_of_each()
    {
        var both = Brought.ToReferred().When(Add(Damage with { Group = "sexual" }));
        var answer = Assert.Single(
            EligibilityAssessment.Assess(EligibilityCase.Of(both.State, false), Shipped.Checkpoint.Scheme, new LocalDate(2026, 3, 3)), one => one.Rule == "offence-not-excluded");
        Assert.Equal((Answer.NotMet, "offence group sexual"), (answer.Answer, answer.FactsUsed));
    }

    /// <summary>They could never be approved, so nobody waits for a check that decides nothing.</summary>
    [Theory]
    [InlineData(26, false)]
    [InlineData(25, true)]
    public void Under_18_on_the_day_of_the_offence_is_not_referred(int bornInFebruary, bool adult)
    {
        var late = People.Theft with { CommittedOn = new LocalDate(2026, 2, 25) };
        var person = People.Participant with { BornOn = new LocalDate(2008, 2, bornInFebruary) };
        if (adult)
        {
            Assert.Equal(person.BornOn, Brought.ToReferred(person: person, offence: late).State.Referral.Person.BornOn);
            return;
        }

        var refused = new Case(Shipped.Checkpoint).When(Brought.Refer(late, person)).Refused(RefusalCode.PersonTooYoung);
        Assert.Contains("under 18 on the day of the offence", refused.Message, StringComparison.Ordinal);
        Assert.Contains("youth offending team", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_18_at_any_of_the_offences_is_a_hard_stop()
    {
        var young = Brought.ToReferred(person: People.Participant with { BornOn = new LocalDate(2008, 2, 20) }, offence: People.Theft with { CommittedOn = new LocalDate(2026, 2, 25) })
            .When(Add(Damage with { CommittedOn = new LocalDate(2026, 2, 19) }));
        var answer = Assert.Single(
            EligibilityAssessment.Assess(EligibilityCase.Of(young.State, false), Shipped.Checkpoint.Scheme, new LocalDate(2026, 3, 3)), one => one.Rule == "adult");
        Assert.Equal((Answer.NotMet, "17 years old on the day of the offence"), (answer.Answer, answer.FactsUsed));
    }

    [Fact]
    public void An_offence_added_after_the_approval_makes_it_stale() =>
        Brought.ToEligible().Given(Add(Damage with { Group = "sexual" })).When(Brought.Offer()).Refused(RefusalCode.EligibilityNotMet);

    [Fact]
    public void The_first_offence_stays_and_an_unknown_one_is_refused()
    {
        var both = Brought.ToReferred().Given(Add(Damage));
        both.When(new ReferralCommand.RemoveOffence(1) { Reason = "By mistake." }).Refused(RefusalCode.OffenceMandatory);
        both.When(new ReferralCommand.RemoveOffence(3) { Reason = "By mistake." }).Refused(RefusalCode.OffenceUnknown);
        both.When(new ReferralCommand.CorrectOffence(1, Damage) { Reason = "By mistake." }).Refused(RefusalCode.OffenceMandatory);
        both.When(new ReferralCommand.CorrectOffence(0, Damage) { Reason = "By mistake." }).Refused(RefusalCode.OffenceUnknown);
    }

    [Fact]
    public void After_an_offer_offences_stay_as_they_are() => Brought.ToOffered().When(Add(Damage)).Refused(RefusalCode.WrongStatus);

    [Theory]
    [InlineData("2026-02-10", "2026-02-09", RefusalCode.ValueOutOfRange)]
    [InlineData("2026-02-10", "2030-01-01", RefusalCode.DateInFuture)]
    public void Its_last_day_lies_between_its_first_and_today(string from, string until, string code) =>
        Brought.ToReferred().When(Add(Damage with { CommittedOn = Date(from), CommittedUntil = Date(until) })).Refused(code);

    [Theory]
    [InlineData("46/0", "046/00")]
    [InlineData(" 046/00 ", "046/00")]
    [InlineData("04600", "046/00")]
    [InlineData("46-1", "046/01")]
    [InlineData("105.1", "105/01")]
    public void A_classification_is_taken_as_people_write_it(string typed, string stored) =>
        Assert.Equal(stored, Brought.ToReferred().When(Add(Damage with { Classification = typed })).Then<ReferralEvent.OffenceAdded>().Offence.Classification);

    [Theory]
    [InlineData("46")]
    [InlineData("1046/00")]
    [InlineData("046/000")]
    [InlineData("theft")]
    [InlineData("46/0/1")]
    public void Anything_else_is_refused_with_what_would_be_taken(string typed) =>
        Assert.Contains(
            "such as 008/06", Brought.ToReferred().When(Add(Damage with { Classification = typed })).Refused(RefusalCode.ValueOutOfRange).Message, StringComparison.Ordinal);

    [Fact]
    public void Taking_an_offence_in_makes_a_new_version_that_the_person_is_told_of()
    {
        var active = Brought.ToActive();
        var before = active.State.Term!.Version;
        var taken = active.When(Take(Damage with { Class = OffenceClass.EitherWay, CommittedOn = new LocalDate(2026, 2, 10) }));
        Assert.Equal([typeof(ReferralEvent.OffenceAdded), typeof(TermEvent.AgreementVaried)], taken.Events.Take(2).Select(happened => happened.GetType()));
        Assert.Equal(before + 1, taken.State.Term!.Version);
    }

    [Fact]
    public void After_the_term_nothing_is_taken_in() =>
        Brought.ToConcluding().When(Take(Damage with { Class = OffenceClass.EitherWay })).Refused(RefusalCode.TermOver);

    [Fact]
    public void Without_the_persons_agreement_nothing_is_taken_in() =>
        Brought.ToActive().When(Take(Damage) with { ParticipantAgreed = false }).Refused(RefusalCode.ParticipantMustAgree);

    [Fact]
    public void An_offence_from_after_the_signing_is_reoffending()
    {
        var active = Brought.ToActive();
        var signed = active.State.Term!.SignedOn;
        active.Until(Case.Time("2026-03-09")).When(Take(Damage with { CommittedOn = signed.PlusDays(1) })).Refused(RefusalCode.OffenceAfterSigning);
    }

    [Fact]
    public void An_excluded_offence_or_one_with_a_near_limit_is_not_taken_in()
    {
        var active = Brought.ToActive();
        active.When(Take(Damage with { Group = "sexual", Class = OffenceClass.EitherWay })).Refused(RefusalCode.EligibilityNotMet);
        active.When(Take(Damage with { CommittedOn = new LocalDate(2026, 1, 5) })).Refused(RefusalCode.ChargeByTooClose);
    }

    private static TermCommand.TakeOffenceIn Take(Offence offence) => new(offence, true) { Reason = "He told us himself." };

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Time;

namespace Diversion.Domain.Tests.Referral;

public sealed class BirthDateTests
{
    [Theory]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2008-02-29", "2028-02-28", 19)]
    [InlineData("2008-02-29", "2028-02-29", 20)]
    [InlineData("2008-02-28", "2026-02-28", 18)]
    [InlineData("2008-03-01", "2026-02-28", 17)]
    public void Born_on_29_February_somebody_is_a_year_older_on_1_March(string born, string day, int age) =>
        Assert.Equal(age, Anniversary.YearsBetween(Date(born), Date(day)));

    [Fact]
    public void A_child_of_29_February_is_not_an_adult_on_28_February()
    {
        Assert.Equal((Answer.NotMet, "17 years old on the day of the offence"), Adult(new LocalDate(2008, 2, 29), new LocalDate(2026, 2, 28)));
        Assert.Equal((Answer.Met, "18 years old on the day of the offence"), Adult(new LocalDate(2008, 2, 29), new LocalDate(2026, 3, 1)));
    }

    [Fact]
    public void The_tenth_birthday_is_counted_the_same_way()
    {
        var born = People.Participant with { BornOn = new LocalDate(2012, 2, 29) };
        new Case(Shipped.Checkpoint).When(Brought.Refer(People.Theft with { CommittedOn = new LocalDate(2022, 2, 28) }, born)).Refused(RefusalCode.DateTooOld);
        new Case(Shipped.Checkpoint).When(Brought.Refer(People.Theft with { CommittedOn = new LocalDate(2022, 3, 1) }, born)).Refused(RefusalCode.PersonTooYoung);
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("1915-03-02")]
    public void An_age_over_110_has_to_be_confirmed(string born)
    {
        var old = People.Participant with { BornOn = Date(born) };
        new Case(Shipped.Checkpoint).When(Brought.Refer(person: old)).Refused(RefusalCode.BirthDateUnlikely);
        Brought.ToReferred().When(new ReferralCommand.AmendReferral(old, People.Theft)).Refused(RefusalCode.BirthDateUnlikely);

        Brought.ToReferred(person: old with { BirthDateConfirmed = true });
    }

    [Fact]
    public void Somebody_of_110_is_taken() => Brought.ToReferred(person: People.Participant with { BornOn = new LocalDate(1915, 3, 3) });

    [Fact]
    public void Nobody_is_born_before_1900() =>
        new Case(Shipped.Checkpoint).When(Brought.Refer(person: People.Participant with { BornOn = new LocalDate(1899, 12, 31), BirthDateConfirmed = true }))
            .Refused(RefusalCode.ValueOutOfRange);

    [Fact]
    public void The_age_rule_never_rests_on_a_date_that_nobody_confirmed()
    {
        Assert.Equal(Answer.NotKnown, Adult(new LocalDate(1900, 1, 1), new LocalDate(2026, 2, 10)).Answer);
        Assert.Equal(Answer.Met, Adult(new LocalDate(1900, 1, 1), new LocalDate(2026, 2, 10), confirmed: true).Answer);
    }

    /// <summary>Three months end on the day of the same number, or else on the last day of the month.</summary>
    [Theory]
    [InlineData("2025-11-30", "2026-02-27", Answer.Met)]
    [InlineData("2025-11-30", "2026-02-28", Answer.NotMet)]
    [InlineData("2025-11-28", "2026-02-28", Answer.NotMet)]
    [InlineData("2025-12-01", "2026-02-28", Answer.Met)]
    [InlineData("2025-12-01", "2026-03-01", Answer.NotMet)]
    [InlineData("2026-02-28", "2026-05-27", Answer.Met)]
    [InlineData("2026-02-28", "2026-05-28", Answer.NotMet)]
    public void An_offence_under_three_months_old_at_the_ends_of_months(string committed, string today, Answer expected) =>
        Assert.Equal(
            expected,
            EligibilityAssessment.Assess(
                new EligibilityCase(null, People.Theft with { CommittedOn = Date(committed) }, EligibilityFacts.None, null, null, null, false),
                Shipped.Checkpoint.Scheme,
                Date(today)).Single(answer => answer.Rule == "recent-offence").Answer);

    [Theory]
    [InlineData("2025-08-31", "2026-02-28")]
    [InlineData("2023-08-31", "2024-02-29")]
    [InlineData("2025-12-31", "2026-06-30")]
    public void A_time_limit_of_months_ends_on_the_last_day_of_a_shorter_month(string committed, string chargeBy) =>
        Assert.Equal(Date(chargeBy), ChargeByClock.For(People.Theft with { CommittedOn = Date(committed), Class = OffenceClass.SummaryOnly }).Date);

    private static (Answer Answer, string Facts) Adult(LocalDate born, LocalDate committed, bool confirmed = false)
    {
        var answer = EligibilityAssessment.Assess(
            new EligibilityCase(
                People.Participant with { BornOn = born, BirthDateConfirmed = confirmed },
                People.Theft with { CommittedOn = committed },
                EligibilityFacts.None,
                null,
                null,
                null,
                false),
            Shipped.Checkpoint.Scheme,
            committed).Single(one => one.Rule == "adult");
        return (answer.Answer, answer.FactsUsed);
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}

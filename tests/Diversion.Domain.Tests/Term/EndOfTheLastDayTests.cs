using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Term;

/// <summary>Working days after an ending count from the last day of the term, not from the date that begins at midnight.</summary>
public sealed class EndOfTheLastDayTests
{
    /// <summary>The offer lapses with the end of Thursday 12 March: Friday is the first working day, Thursday the fifth.</summary>
    [Fact]
    public void An_offer_that_lapses_at_the_end_of_a_day_counts_from_that_day()
    {
        var lapsed = Brought.ToLapsed();

        Assert.Equal(Case.Time("2026-03-19 17:00"), lapsed.Owed("victim/told-decision").Deadline.Due);
        Assert.Equal(Case.Time("2026-03-26 17:00"), lapsed.Owed("case/outcome").Deadline.Due);
    }

    /// <summary>Signed on Monday 9 March, the term ends with Thursday 9 July: Friday is the first working day after it.</summary>
    [Fact]
    public void The_victim_and_the_tag_count_from_the_last_day()
    {
        var ended = SignedOnMonday().Until("2026-07-10 00:00");

        Assert.Equal(Case.Time("2026-07-13 17:00"), ended.Owed("tag-monitoring/removal").Deadline.Due);
        Assert.Equal(Case.Time("2026-07-16 17:00"), ended.Is(AgreementStatus.Completed).Owed("victim/told-ending").Deadline.Due);
    }

    [Fact]
    public void A_clock_that_woke_up_late_counts_from_the_last_day_too()
    {
        var ended = SignedOnMonday().OutUntil("2026-07-10 00:07");

        Assert.Equal(Case.Time("2026-07-10 17:00"), ended.Owed("person/completion").Deadline.Due);
        Assert.Equal(Case.Time("2026-07-13 17:00"), ended.Owed("tag-monitoring/removal").Deadline.Due);
        Assert.Equal(Case.Time("2026-07-16 17:00"), ended.Owed("victim/told-ending").Deadline.Due);
    }

    [Fact]
    public void An_ending_by_a_person_counts_from_that_day()
    {
        var concluding = SignedOnMonday(Brought.Pathway()).Until("2026-07-14 11:00").Is(AgreementStatus.Concluding);
        concluding.When(new Domain.Term.TermCommand.WaiveCondition("pathway")).Is(AgreementStatus.Completed);

        Assert.Equal(Case.Time("2026-07-21 17:00"), concluding.Owed("victim/told-ending").Deadline.Due);
    }

    private static Case SignedOnMonday(params ConditionTerms[] terms) =>
        Brought.ToEligible().On("2026-03-09 10:00").Given(Brought.Offer([Brought.Tag(), .. terms]), Brought.Sign(new LocalDate(2026, 3, 9)))
            .Given(
                new Domain.Conditions.TagMonitoring.TagMonitoringCommand.RecordTagConsent("tag-monitoring"),
                new Domain.Conditions.TagMonitoring.TagMonitoringCommand.RecordTagFitted("tag-monitoring", "device-1", new LocalDate(2026, 3, 9)));
}

using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Rows;
using FsCheck;
using FsCheck.Xunit;

namespace Diversion.Evaluation.Tests.FollowUps;

[Properties(MaxTest = 300, QuietOnSuccess = true)]
public sealed class ReoffendingRuleTests
{
    private static readonly LocalDate Start = new(2024, 3, 2);
    private static readonly ReoffendingRule Rule = ReoffendingRule.Proven12;
    private static readonly FollowUp Searched = new(new LocalDate(2025, 9, 2));

    [Theory]
    [InlineData("2024-03-02", "2024-04-01", false)]
    [InlineData("2024-03-03", "2024-04-01", true)]
    [InlineData("2025-03-02", "2025-09-02", true)]
    [InlineData("2025-03-02", "2025-09-03", false)]
    [InlineData("2025-03-03", "2025-03-20", false)]
    [InlineData("2024-05-01", null, false)]
    [InlineData("2024-05-01", "2024-04-30", false)]
    public void An_offence_counts_within_twelve_months_when_proven_within_six_more(string offence, string? proven, bool counts) =>
        Assert.Equal(counts, Rule.Counts(new(Date(offence), proven is null ? null : Date(proven), ReoffenceOutcome.Conviction), Start));

    [Theory]
    [InlineData(ReoffenceOutcome.Conviction, true, false)]
    [InlineData(ReoffenceOutcome.Caution, true, false)]
    [InlineData(ReoffenceOutcome.Outcome22, false, true)]
    [InlineData(ReoffenceOutcome.CommunityResolution, false, true)]
    [InlineData(ReoffenceOutcome.NotProven, false, false)]
    [InlineData(ReoffenceOutcome.Open, false, false)]
    public void What_was_dealt_with_out_of_court_is_a_second_measure(ReoffenceOutcome outcome, bool proven, bool second)
    {
        var reoffence = new Reoffence(new(2024, 6, 1), new LocalDate(2024, 7, 1), outcome);

        Assert.Equal((proven, second), (Rule.Counts(reoffence, Start), ReoffendingRule.OutOfCourt12.Counts(reoffence, Start)));
    }

    [Fact]
    public void Until_the_waiting_time_is_over_nothing_is_known_even_of_a_proven_reoffence()
    {
        var reoffended = new Reoffence(new(2024, 6, 1), new LocalDate(2024, 7, 1), ReoffenceOutcome.Conviction);

        Assert.Equal(new FollowUpAnswer.NotYetKnown(new(2025, 9, 2)), Rule.Ask(new(), Start));
        Assert.Equal(new FollowUpAnswer.NotYetKnown(new(2025, 9, 2)), Rule.Ask(new(new LocalDate(2025, 9, 1)) { Reoffences = [reoffended] }, Start));
        Assert.Empty(Assert.IsType<FollowUpAnswer.Known>(Rule.Ask(Searched, Start)).Counted);
        Assert.Equal(91, Assert.IsType<FollowUpAnswer.Known>(Rule.Ask(Searched with { Reoffences = [reoffended] }, Start)).DaysToFirst);
        Assert.Equal(new FollowUpAnswer.NotYetKnown(new(2026, 9, 2)), ReoffendingRule.Proven24.Ask(Searched, Start));
    }

    [Fact]
    public void Who_left_is_left_out_of_shares_whatever_happened_and_counted_in_curves_until_then()
    {
        var left = Searched with { Left = new(new(2024, 9, 2), "died") };
        var before = left with { Reoffences = [new(new(2024, 6, 1), new LocalDate(2024, 7, 1), ReoffenceOutcome.Conviction)] };

        Assert.Equal(new FollowUpAnswer.NotFollowedUp("died"), Rule.Ask(left, Start));
        Assert.Equal(new FollowUpAnswer.NotFollowedUp("died"), Rule.Ask(before, Start));
        Assert.Equal(new Observation(184, false), Rule.Observe(left, Start));
        Assert.Equal(new Observation(91, true), Rule.Observe(before, Start));
        Assert.Equal(new Observation(365, false), Rule.Observe(Searched, Start));
        Assert.Null(Rule.Observe(new(new LocalDate(2025, 9, 1)), Start));
        Assert.Null(Rule.Observe(left with { Left = new(Start, "died") }, Start));
    }

    [Fact]
    public void Days_in_custody_are_not_at_risk_and_overlaps_count_once()
    {
        var custody = Searched with
        {
            InCustody = [new(new(2024, 4, 1), new LocalDate(2024, 4, 30)), new(new(2024, 4, 20), new LocalDate(2024, 5, 10)), new(new(2025, 3, 1), null), new(new(2023, 1, 1), new LocalDate(2024, 3, 4))],
        };

        // 40 days of April and May, 2 at the end, 2 at the start.
        Assert.Equal(365 - 40 - 2 - 2, Assert.IsType<FollowUpAnswer.Known>(Rule.Ask(custody, Start)).DaysAtRisk);
    }

    [Property]
    public void Days_at_risk_are_those_counted_one_by_one((byte From, byte Length)[] custody)
    {
        var times = custody.Select(one => new Custody(Start.PlusDays((one.From * 2) - 40), Start.PlusDays((one.From * 2) - 40 + one.Length))).ToImmutableArray();
        var days = Enumerable.Range(1, 365).Select(day => Start.PlusDays(day)).Count(day => !times.Any(time => time.From <= day && day <= time.Until));

        Assert.Equal(days, Assert.IsType<FollowUpAnswer.Known>(Rule.Ask(Searched with { InCustody = times }, Start)).DaysAtRisk);
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}

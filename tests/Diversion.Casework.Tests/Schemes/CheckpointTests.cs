using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Tests.Schemes;

/// <summary>The figures of domain.md, one by one.</summary>
public sealed class CheckpointTests
{
    private static readonly SchemeRules Scheme = ShippedSchemes.Checkpoint;

    [Fact]
    public void It_is_in_force_from_the_start_of_2024() =>
        Assert.Equal(
            ("checkpoint", 1, new LocalDate(2024, 1, 1), "Checkpoint"),
            (Scheme.Name, Scheme.Version, Scheme.EffectiveFrom, Scheme.Title));

    [Fact]
    public void The_term_is_four_calendar_months() => Assert.Equal(new TermRules(4, 0), Scheme.Term);

    [Fact]
    public void An_offer_lapses_after_seven_days() => Assert.Equal(7, Scheme.Offer.LapseDays);

    [Fact]
    public void Checks_are_due_in_one_working_day() => Assert.Equal(1, Scheme.Checks.DueWorkingDays);

    [Fact]
    public void The_charge_by_clock_keeps_fourteen_days_and_alerts_ever_closer()
    {
        Assert.Equal(14, Scheme.ChargeBy.MarginDays);
        Assert.Equal<int>([28, 14, 7, 3, 1], Scheme.ChargeBy.AlertDays);
    }

    [Fact]
    public void There_are_at_most_six_conditions_two_of_them_pathways() =>
        Assert.Equal(new ConditionLimits(6, 2), Scheme.Conditions);

    [Fact]
    public void The_victim_is_contacted_in_ten_working_days_and_the_meeting_held_by_week_twelve() =>
        Assert.Equal(new RestorativeJusticeRules(10, 10, 12), Scheme.RestorativeJustice);

    [Fact]
    public void Reparation_is_eighteen_hours_of_eighteen_to_thirty_six() =>
        Assert.Equal(new ReparationRules(18, 18, 36, 14, 14), Scheme.Reparation);

    [Fact]
    public void A_tag_is_fitted_in_three_days_reviewed_in_one_removed_in_two() =>
        Assert.Equal(new TagMonitoringRules(3, 1, 2, 2), Scheme.TagMonitoring);

    [Fact]
    public void The_first_meeting_is_the_next_working_day_then_weekly_for_four_weeks_and_late_is_over_fifteen_minutes() =>
        Assert.Equal(new SupervisionRules(1, 4, 15), Scheme.Supervision);

    [Fact]
    public void A_pathway_is_referred_in_five_and_accepted_in_fifteen_working_days() =>
        Assert.Equal(new PathwayRules(5, 15, new ContactPlanRules(3, 2, true, 5, 2)), Scheme.Pathway);

    [Fact]
    public void Outcomes_are_recorded_in_two_evidence_brought_in_five_and_the_end_settled_in_five_working_days()
    {
        Assert.Equal((2, 5, 5, 5), (Scheme.Recording.OutcomeWorkingDays, Scheme.Recording.EvidenceWorkingDays, Scheme.Recording.ConcludingWorkingDays, Scheme.Recording.SettleWorkingDays));
        Assert.Equal<int>([2, 0], Scheme.Recording.ReminderDaysBefore);
    }

    [Fact]
    public void The_overdue_ladder_escalates_at_nought_two_and_five_working_days() =>
        Assert.Equal<EscalationStep>(
            [new(0, Addressee.KeyWorker), new(2, Addressee.TeamManager), new(5, Addressee.ProgrammeLead)],
            Scheme.Escalation.Ladder);

    [Fact]
    public void Warnings_come_at_one_and_two_a_breach_at_three_decided_in_three_days_extended_by_four_weeks_at_most() =>
        Assert.Equal(new BreachRules(1, 2, 3, 3, 28, WarningMustBeTold: true, AnswerWorkingDays: 5, DecideDaysBeforeChargeBy: 7), Scheme.Breach);

    [Fact]
    public void The_victim_is_told_in_five_or_one_and_referred_in_two_working_days() =>
        Assert.Equal(new VictimRules(5, 1, 2), Scheme.Victim);

    [Fact]
    public void Outcomes_are_kept_six_years_and_drafts_ninety_days() =>
        Assert.Equal(new RetentionRules(6, 90), Scheme.Retention);

    [Fact]
    public void The_eligibility_rules_are_those_of_the_programme_in_order() =>
        Assert.Equal(
            [
                EligibilityTest.AgeAtLeast,
                EligibilityTest.HomeDistrictIn,
                EligibilityTest.OffenceDistrictIn,
                EligibilityTest.OffenceWithinMonths,
                EligibilityTest.RiskBandIn,
                EligibilityTest.OffenceGroupNotIn,
                EligibilityTest.NoCurrentOrder,
                EligibilityTest.NoCoAccusedPending,
                EligibilityTest.Admission,
                EligibilityTest.VictimViewsSought,
                EligibilityTest.DomesticAbusePolicy,
            ],
            Scheme.Eligibility.Select(rule => rule.Test));

    [Theory]
    [InlineData(EligibilityTest.AgeAtLeast, 18)]
    [InlineData(EligibilityTest.OffenceWithinMonths, 3)]
    [InlineData(EligibilityTest.RiskBandIn, null)]
    public void A_rule_has_its_figure(EligibilityTest test, int? number) => Assert.Equal(number, Rule(test).Number);

    [Theory]
    [InlineData(EligibilityTest.HomeDistrictIn, "County Durham,Darlington")]
    [InlineData(EligibilityTest.OffenceDistrictIn, "County Durham,Darlington")]
    [InlineData(EligibilityTest.RiskBandIn, "medium")]
    [InlineData(EligibilityTest.NoCurrentOrder, "court-order,suspended-sentence,conditional-discharge,bail,statutory-supervision")]
    [InlineData(EligibilityTest.DomesticAbusePolicy, "sergeant")]
    [InlineData(EligibilityTest.Admission, "")]
    public void A_rule_has_its_list(EligibilityTest test, string values) => Assert.Equal(values, string.Join(',', Rule(test).Values));

    [Theory]
    [InlineData("serious-violence")]
    [InlineData("sexual")]
    [InlineData("hate-crime")]
    public void An_offence_of_the_group_is_excluded(string group) =>
        Assert.Contains(group, Rule(EligibilityTest.OffenceGroupNotIn).Values);

    [Theory]
    [InlineData("restorativeJustice.victimAnswerWorkingDays")]
    [InlineData("recording.settleWorkingDays")]
    [InlineData("tagMonitoring.violationLimit")]
    public void A_figure_of_our_own_says_so(string path) =>
        Assert.StartsWith(
            "Our own assumption",
            (string?)ShippedSchemes.Json(ShippedSchemes.CheckpointFile)["notes"]![path],
            StringComparison.Ordinal);

    private static EligibilityRule Rule(EligibilityTest test) => Scheme.Eligibility.Single(rule => rule.Test == test);
}

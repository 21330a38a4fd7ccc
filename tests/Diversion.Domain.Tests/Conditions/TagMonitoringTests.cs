using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Conditions;

public sealed class TagMonitoringTests
{
    private const string Id = "tag-monitoring";

    [Fact]
    public void Consent_comes_before_the_tag_which_is_fitted_in_three_working_days()
    {
        var active = Brought.ToActive(Brought.Tag());
        Assert.Equal(Case.Time("2026-03-10 17:00"), active.Owed($"{Id}/fit").Deadline.Due);

        active.When(new TagMonitoringCommand.RecordTagFitted(Id, "device-1", new LocalDate(2026, 3, 5))).Refused(RefusalCode.TagConsentMissing);
        active.Fitted().OwesNo($"{Id}/fit");
    }

    [Fact]
    public void Each_event_is_reviewed_in_one_working_day()
    {
        var active = Worn().On("2026-03-13 23:00").When(Event("e-1", TagEventKind.CurfewAbsence));

        Assert.Equal(Case.Time("2026-03-16 17:00"), active.Owed($"{Id}/review/e-1").Deadline.Due);
        active.When(Event("e-1", TagEventKind.CurfewAbsence)).ThenNothing();
        active.Given(new TagMonitoringCommand.ReviewTagEvent(Id, "e-1", TagFinding.Explained)).OwesNo($"{Id}/review/e-1");
    }

    [Fact]
    public void Tamper_is_reviewed_the_same_day_and_the_ladder_counts_from_that_day()
    {
        var active = Worn().On("2026-03-12 15:00").When(Event("e-1", TagEventKind.Tamper));

        var review = active.Owed($"{Id}/review/e-1").Deadline;
        Assert.Equal(RuleIds.TagTamperReview, review.Rule);
        Assert.Equal(Case.Time("2026-03-13 00:00"), review.Due);
        Assert.Equal(
            [Case.Time("2026-03-12 09:00"), Case.Time("2026-03-13 00:00"), Case.Time("2026-03-16 17:00"), Case.Time("2026-03-19 17:00")],
            review.Ladder.ToArray());
    }

    [Fact]
    public void A_cut_tag_is_proposed_at_once()
    {
        Assert.Equal(BreachCause.TagCut, Worn().On("2026-03-12").Given(Event("e-1", TagEventKind.StrapCut)).State.Breach!.Cause);
        Assert.Equal(BreachCause.TagCut, Worn().On("2026-03-12").Given(
            Event("e-1", TagEventKind.Tamper))
            .When(new TagMonitoringCommand.ReviewTagEvent(Id, "e-1", TagFinding.Cut, "He said so.")).State.Breach!.Cause);
    }

    [Fact]
    public void Violations_within_the_limit_do_not_count_and_each_one_above_it_does()
    {
        var active = Worn();
        for (var day = 10; day <= 12; day++)
        {
            active.On($"2026-03-{day} 20:00").Given(
                Event($"e-{day}", TagEventKind.CurfewAbsence), new TagMonitoringCommand.ReviewTagEvent(Id, $"e-{day}", TagFinding.Violation, "The map shows it."));
        }

        Assert.Equal(3, active.Condition<TagMonitoringCondition>().Violations);
        Assert.Equal($"{Id}/e-12", Assert.Single(active.State.Failures).Id);
        Assert.Equal(WarningLevel.First, Assert.Single(active.State.Warnings).Level);

        // The limit is exceeded: at the end a lead decides.
        active.Until("2026-07-10 17:00").Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void What_the_equipment_did_never_counts()
    {
        var active = Worn().On("2026-03-10");
        for (var n = 1; n <= 5; n++)
        {
            active.Given(Event($"e-{n}", TagEventKind.NoSignal), new TagMonitoringCommand.ReviewTagEvent(Id, $"e-{n}", TagFinding.EquipmentFault));
        }

        Assert.Empty(active.State.Failures);
        active.Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void Removal_is_confirmed_within_two_working_days_of_completion()
    {
        var ended = Worn().Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);

        AssertRemovalBy(ended, "2026-07-07 17:00");
        ended.On("2026-07-07").Given(new TagMonitoringCommand.ConfirmTagRemoved(Id, new LocalDate(2026, 7, 7)));
        ended.OwesNo($"{Id}/removal");
    }

    [Fact]
    public void Removal_is_confirmed_within_two_working_days_of_a_breach() =>
        AssertRemovalBy(
            Worn().On("2026-04-01").Given(new BreachCommand.ProposeBreach()).Heard().When(new BreachCommand.DecideBreach(BreachDecision.Confirm), People.OtherLead),
            "2026-04-07 17:00");

    [Fact]
    public void Removal_is_confirmed_within_two_working_days_of_a_discontinuation() =>
        AssertRemovalBy(Worn().On("2026-04-01").When(new TermCommand.Discontinue(DiscontinuationCause.Moved)), "2026-04-07 17:00");

    [Fact]
    public void Removal_is_confirmed_within_two_working_days_of_a_waiver() =>
        AssertRemovalBy(Worn().On("2026-04-01").When(new TermCommand.WaiveCondition(Id)), "2026-04-07 17:00");

    [Fact]
    public void Removal_is_confirmed_within_two_working_days_of_withdrawn_consent()
    {
        var active = Worn().On("2026-04-01").Given(new TagMonitoringCommand.WithdrawTagConsent(Id));

        AssertRemovalBy(active, "2026-04-07 17:00");
        Assert.NotNull(active.Owed($"settle/{Id}"));
        active.Given(new TagMonitoringCommand.ConfirmTagRemoved(Id, new LocalDate(2026, 4, 1))).OwesNo($"{Id}/removal");
        active.When(new TagMonitoringCommand.RecordTagConsent(Id)).Refused(RefusalCode.ConditionNotReady);
    }

    [Fact]
    public void Removal_is_due_when_the_term_ends_though_records_are_missing()
    {
        var concluding = Worn().On("2026-07-05 12:00").Given(Event("e-1", TagEventKind.CurfewAbsence)).Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);

        AssertRemovalBy(concluding, "2026-07-07 17:00");
        concluding.On("2026-07-06 10:00").Given(
            new TagMonitoringCommand.ConfirmTagRemoved(Id, new LocalDate(2026, 7, 6)),
            new TagMonitoringCommand.ReviewTagEvent(Id, "e-1", TagFinding.Explained));
        concluding.Is(AgreementStatus.Completed);
        Assert.Equal(ConditionStatus.Kept, concluding.Condition<TagMonitoringCondition>().Status);
    }

    [Fact]
    public void Removal_is_due_when_the_term_ends_though_a_breach_is_undecided()
    {
        var review = Worn().On("2026-07-03").Given(new BreachCommand.ProposeBreach()).Until(Brought.AfterTheTerm).Is(AgreementStatus.BreachReview);

        AssertRemovalBy(review, "2026-07-07 17:00");
        review.Given(new BreachCommand.DecideBreach(BreachDecision.Extend, new LocalDate(2026, 7, 20), ParticipantAgreed: true)).OwesNo($"{Id}/removal");
        AssertRemovalBy(review.Until("2026-07-21 00:00").Is(AgreementStatus.Completed), "2026-07-22 17:00");
    }

    [Fact]
    public void No_removal_is_due_of_a_tag_that_was_never_fitted() =>
        Brought.ToActive(Brought.Tag()).When(new TermCommand.Discontinue(DiscontinuationCause.Died)).OwesNo($"{Id}/removal");

    [Fact]
    public void A_tag_is_not_taken_off_while_it_is_to_be_worn() =>
        Worn().When(new TagMonitoringCommand.ConfirmTagRemoved(Id, new LocalDate(2026, 3, 5))).Refused(RefusalCode.WrongStatus);

    [Fact]
    public void An_event_from_after_each_ending_is_refused_and_flagged()
    {
        AssertFlagged(Worn().Until(Brought.AfterTheTerm), "2026-07-06 00:00");
        AssertFlagged(Worn().On("2026-04-01").Given(new TermCommand.Discontinue(DiscontinuationCause.Moved)), "2026-04-01 10:00");
        AssertFlagged(Worn().On("2026-04-01").Given(new TermCommand.WaiveCondition(Id)), "2026-04-01 10:00");
        AssertFlagged(Worn().On("2026-04-01").Given(new TagMonitoringCommand.WithdrawTagConsent(Id)), "2026-04-01 10:00");
        AssertFlagged(Worn().On("2026-04-01").Given(new BreachCommand.ProposeBreach()).Heard().Given(new BreachCommand.DecideBreach(BreachDecision.Confirm)), "2026-04-01 10:00");
        AssertFlagged(
            Worn().On("2026-04-01").Given(new TermCommand.WaiveCondition(Id)).On("2026-04-08").Given(new TermCommand.Discontinue(DiscontinuationCause.Moved)),
            "2026-04-02 10:00");
    }

    [Fact]
    public void A_feed_that_runs_on_raises_one_flag_until_a_lead_has_seen_it()
    {
        var ended = Worn().On("2026-04-01").Given(new TermCommand.Discontinue(DiscontinuationCause.Moved)).On("2026-04-02");
        ended.When(Event("e-1", TagEventKind.NoSignal));
        ended.When(Event("e-2", TagEventKind.NoSignal)).Refused(RefusalCode.TagEventAfterEnding);

        ended.Given(new TermCommand.AcknowledgeAlert(Assert.Single(ended.State.Alerts).Id));
        ended.When(Event("e-3", TagEventKind.NoSignal));
        Assert.Single(ended.Events);
    }

    [Fact]
    public void An_event_from_before_the_ending_that_is_reported_after_it_is_kept_flagged_and_reviewed_by_a_lead()
    {
        var ended = Worn().Until("2026-07-06 00:30").Is(AgreementStatus.Completed);
        var cut = new TagMonitoringCommand.ReceiveTagEvent(Id, "e-1", TagEventKind.StrapCut, Case.Time("2026-07-05 23:50"));

        Assert.Equal(Case.Time("2026-07-07 17:00"), ended.When(cut).Then<TagMonitoringEvent.TagEventReportedLate>().Review.Due);
        ended.When(cut).ThenNothing();

        ended.Is(AgreementStatus.Completed);
        Assert.Single(ended.State.Alerts, alert => alert.Kind == AlertKind.LateNews);
        Assert.Equal(Domain.Schemes.Addressee.ProgrammeLead, ended.Owed($"{Id}/review/e-1").Owner);
        ended.When(new TagMonitoringCommand.ReviewTagEvent(Id, "e-1", TagFinding.Cut, "He said so."), People.Worker).Refused(RefusalCode.RoleNotPermitted);
        ended.When(new TagMonitoringCommand.ReviewTagEvent(Id, "e-1", TagFinding.Cut, "He said so."), People.Lead);
        ended.OwesNo($"{Id}/review/e-1").Is(AgreementStatus.Completed);
    }

    [Fact]
    public void A_cut_on_the_last_day_that_is_reported_while_concluding_is_proposed()
    {
        var concluding = Brought.ToActive(Brought.Tag(), Brought.Pathway()).Fitted().Until("2026-07-06 00:30").Is(AgreementStatus.Concluding);
        Assert.Equal(ConditionStatus.Kept, concluding.Condition<TagMonitoringCondition>().Status);

        concluding.Given(new TagMonitoringCommand.ReceiveTagEvent(Id, "e-1", TagEventKind.StrapCut, Case.Time("2026-07-05 23:50")));

        concluding.Is(AgreementStatus.BreachReview);
        Assert.True(concluding.Condition<TagMonitoringCondition>().IsOpen);
    }

    [Fact]
    public void An_event_of_the_last_day_that_is_reported_while_concluding_is_reviewed_before_the_agreement_completes()
    {
        var concluding = Brought.ToActive(Brought.Tag(), Brought.Pathway()).Fitted().Until("2026-07-06 00:30")
            .Given(new TagMonitoringCommand.ReceiveTagEvent(Id, "e-1", TagEventKind.CurfewAbsence, Case.Time("2026-07-05 23:50")));

        concluding.Given(new TermCommand.WaiveCondition("pathway")).Is(AgreementStatus.Concluding);
        concluding.Given(new TagMonitoringCommand.ReviewTagEvent(Id, "e-1", TagFinding.Explained)).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void That_the_person_cut_the_tag_is_recorded_with_how_it_is_known()
    {
        var worn = Worn().On("2026-04-01").Given(Event("e-1", TagEventKind.Tamper));

        worn.When(new TagMonitoringCommand.ReviewTagEvent(Id, "e-1", TagFinding.Cut)).Refused(RefusalCode.ReasonMissing);
        worn.When(new TagMonitoringCommand.ReviewTagEvent(Id, "e-1", TagFinding.Violation, " ")).Refused(RefusalCode.ReasonMissing);
        worn.Given(new TagMonitoringCommand.ReviewTagEvent(Id, "e-1", TagFinding.Cut, "The strap lay in the hedge.")).Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void An_event_from_before_the_fitting_or_from_the_future_is_refused()
    {
        Brought.ToActive(Brought.Tag()).When(Event("e-1", TagEventKind.NoSignal) with { OccurredAt = Case.Time("2026-03-05 10:00") }).Refused(RefusalCode.TagNotFitted);
        Worn().When(Event("e-1", TagEventKind.NoSignal) with { OccurredAt = Case.Time("2026-03-05 11:00") }).Refused(RefusalCode.DateInFuture);
        Worn().When(Event("e-1", TagEventKind.NoSignal) with { OccurredAt = Instant.MinValue }).Refused(RefusalCode.ValueOutOfRange);
        Worn().When(Event("e-1", TagEventKind.NoSignal) with { OccurredAt = Instant.MaxValue }).Refused(RefusalCode.ValueOutOfRange);
    }

    [Fact]
    public void A_tag_that_was_not_worn_to_the_end_is_not_kept()
    {
        var concluding = Brought.ToActive(Brought.Tag()).Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);

        concluding.Given(new TermCommand.WaiveCondition(Id)).Is(AgreementStatus.Completed);
    }

    private static void AssertRemovalBy(Case ended, string due)
    {
        var removal = ended.Owed($"{Id}/removal");
        Assert.Equal(Case.Time(due), removal.Deadline.Due);
        Assert.Equal(RuleIds.TagRemoval, removal.Deadline.Rule);
        Assert.True(removal.AfterEnd);
    }

    private static void AssertFlagged(Case ended, string occurred)
    {
        var before = ended.Status;
        ended.When(new TagMonitoringCommand.ReceiveTagEvent(Id, "late-1", TagEventKind.StrapCut, Case.Time(occurred)));

        Assert.Equal(RefusalCode.TagEventAfterEnding, ended.Refusal!.Code);
        Assert.IsType<TagMonitoringEvent.TagEventRefused>(Assert.Single(ended.Events));
        Assert.Contains(ended.State.Alerts, alert => alert is { Kind: AlertKind.TagEventAfterEnding, Subject: "late-1" });
        Assert.Equal(before, ended.Status);
    }

    private static Case Worn() => Brought.ToActive(Brought.Tag()).Fitted();

    private static TagMonitoringCommand.ReceiveTagEvent Event(string id, TagEventKind kind) => new(Id, id, kind, default);
}

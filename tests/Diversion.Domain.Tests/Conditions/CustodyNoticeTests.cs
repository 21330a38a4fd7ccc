using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Conditions;

/// <summary>Every notice is kept, and somebody is told, whatever it says and whenever it arrives.</summary>
public sealed class CustodyNoticeTests
{
    private static readonly LocalDate Before = new(2026, 3, 1);
    private static readonly LocalDate Within = new(2026, 3, 30);

    [Fact]
    public void A_corrected_day_of_the_offence_that_falls_within_the_term_proposes_a_breach()
    {
        var active = Active().When(Notice("n-1", CustodyNoticeKind.Charge, Before)).Is(AgreementStatus.Active);
        Assert.Equal(AlertKind.CustodyNotice, Assert.Single(active.State.Alerts).Kind);

        var corrected = active.When(Notice("n-1", CustodyNoticeKind.Charge, Within)).Then<NoReoffendingEvent.CustodyNoticeCorrected>();

        Assert.Equal((Before, Within, false, true), (corrected.OffenceOnBefore, corrected.OffenceOn, corrected.ReoffendingBefore, corrected.Reoffending));
        active.Is(AgreementStatus.BreachReview);
        Assert.Contains(active.State.Alerts, alert => alert is { Kind: AlertKind.CustodyNoticeCorrected, Subject: "n-1" });
    }

    [Fact]
    public void A_corrected_day_of_the_offence_that_falls_before_the_signing_marks_the_proposal_and_undoes_nothing()
    {
        var review = Active().When(Notice("n-1", CustodyNoticeKind.Charge, Within)).Is(AgreementStatus.BreachReview);
        Assert.False(review.State.Breach!.ProofTakenBack);

        review.When(Notice("n-1", CustodyNoticeKind.Charge, Before)).Is(AgreementStatus.BreachReview);

        Assert.True(review.State.Breach!.ProofTakenBack);
        Assert.Contains(review.State.Alerts, alert => alert.Kind == AlertKind.CustodyNoticeCorrected);
        review.Given(new BreachCommand.DecideBreach(BreachDecision.Continue)).Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void The_same_content_is_a_repeat_and_only_what_it_says_now_compares()
    {
        var corrected = new LocalDate(2026, 3, 2);
        var active = Active().Given(Notice("n-1", CustodyNoticeKind.Charge, Before));
        active.When(Notice("n-1", CustodyNoticeKind.Charge, Before)).ThenNothing();
        active.Given(Notice("n-1", CustodyNoticeKind.Charge, corrected));
        active.When(Notice("n-1", CustodyNoticeKind.Charge, corrected)).ThenNothing();

        // Back to what it said at first is a correction like any other, and a lead is told.
        var back = active.When(Notice("n-1", CustodyNoticeKind.Charge, Before)).Then<NoReoffendingEvent.CustodyNoticeCorrected>();
        Assert.Equal((Before, corrected), (back.OffenceOn, back.OffenceOnBefore));
        Assert.Equal(2, active.State.Alerts.Count(alert => alert.Kind == AlertKind.CustodyNoticeCorrected));
        active.When(Notice("n-1", CustodyNoticeKind.Charge, Before)).ThenNothing();
    }

    [Theory]
    [InlineData(CustodyNoticeKind.ReleasedOnBail)]
    [InlineData(CustodyNoticeKind.Other)]
    [InlineData(CustodyNoticeKind.NoFurtherAction)]
    public void A_notice_that_no_rule_handles_is_shown_to_a_lead(CustodyNoticeKind kind)
    {
        var active = Active().When(Notice("n-1", kind) with { Says = "recalled to court" });

        Assert.Equal(new Alert("alert-1", AlertKind.CustodyNotice, "n-1", active.Now), Assert.Single(active.State.Alerts));
        active.Is(AgreementStatus.Active);
    }

    [Fact]
    public void Two_notices_of_unknown_kinds_under_one_id_are_two()
    {
        var active = Active().Given(Notice("n-1", CustodyNoticeKind.Other) with { Says = "court date" }).When(Notice("n-1", CustodyNoticeKind.Other) with { Says = "recall" });

        Assert.Equal(["court date", "recall"], active.Condition<NoReoffendingCondition>().Notices.Select(notice => notice.Says));
    }

    [Fact]
    public void A_second_charge_while_a_breach_waits_is_shown_to_a_lead() =>
        Assert.Contains(
            Active().Given(Notice("n-1", CustodyNoticeKind.Charge)).When(Notice("n-2", CustodyNoticeKind.Charge)).State.Alerts,
            alert => alert is { Kind: AlertKind.CustodyNotice, Subject: "n-2" });

    [Fact]
    public void A_notice_from_before_the_signing_that_comes_later_is_kept_and_is_no_reoffending()
    {
        var active = Active().When(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Charge, Before));

        active.Is(AgreementStatus.Active);
        Assert.False(Assert.Single(active.Condition<NoReoffendingCondition>().Notices).Reoffending);
        Assert.Equal(AlertKind.CustodyNotice, Assert.Single(active.State.Alerts).Kind);
    }

    public static TheoryData<AgreementStatus> Unsigned =>
    [
        AgreementStatus.Referred, AgreementStatus.Eligible, AgreementStatus.Offered,
        AgreementStatus.NotEligible, AgreementStatus.Declined, AgreementStatus.Lapsed, AgreementStatus.Control,
    ];

    [Theory]
    [MemberData(nameof(Unsigned))]
    public void Without_an_agreement_the_officer_reads_it(AgreementStatus status)
    {
        var unsigned = Bring(status).Given(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, new LocalDate(2026, 3, 2)));

        var owed = unsigned.Is(status).Owed("notice/n-1");
        Assert.Equal((Addressee.PoliceOfficer, true), (owed.Owner, owed.AfterEnd));
        unsigned.When(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, new LocalDate(2026, 3, 2))).ThenNothing();
        unsigned.Given(new NoReoffendingCommand.ReviewCustodyNotice("n-1")).OwesNo("notice/n-1");
        unsigned.When(new NoReoffendingCommand.ReviewCustodyNotice("n-1")).Refused(RefusalCode.ObligationNotOpen);
    }

    [Fact]
    public void A_notice_of_before_the_signing_can_be_corrected_after_it()
    {
        var active = Brought.ToOffered().Given(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Charge, new LocalDate(2026, 3, 4)))
            .Given(Brought.Sign()).Is(AgreementStatus.Active);

        active.On("2026-04-02").When(Notice("n-1", CustodyNoticeKind.Charge, Within)).Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void After_the_end_a_charge_for_an_offence_within_the_term_goes_to_a_lead_and_the_status_stays()
    {
        var ended = Brought.ToCompleted().On("2026-07-20")
            .Given(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Charge, new LocalDate(2026, 7, 20), new LocalDate(2026, 7, 1)));

        ended.Is(AgreementStatus.Completed);
        var alert = Assert.Single(ended.State.Alerts, alert => alert.Kind == AlertKind.LateNews);
        Assert.Equal("n-1", alert.Subject);
        Assert.Equal(ConditionStatus.Kept, ended.Condition<NoReoffendingCondition>().Status);
        ended.When(new TermCommand.AcknowledgeAlert(alert.Id)).Refused(RefusalCode.ReasonMissing);
        ended.When(new TermCommand.AcknowledgeAlert(alert.Id) { Reason = "The officer knows." });
        Assert.DoesNotContain(alert, ended.State.Alerts);
    }

    [Theory]
    [InlineData("n-1")]
    [InlineData("n-2")]
    public void No_further_action_that_comes_before_its_arrest_closes_it(string id)
    {
        var active = Active().Given(Notice(id, CustodyNoticeKind.NoFurtherAction)).When(Notice("n-1", CustodyNoticeKind.Arrest));

        Assert.DoesNotContain(active.State.Alerts, alert => alert.Kind == AlertKind.Arrest);
        active.Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void An_arrest_after_an_older_one_was_disposed_of_is_open()
    {
        var active = Active().Given(
            Notice("n-1", CustodyNoticeKind.Arrest),
            Notice("n-2", CustodyNoticeKind.NoFurtherAction))
            .When(Notice("n-3", CustodyNoticeKind.Arrest) with { OccurredOn = new(2026, 4, 2) });

        Assert.Equal("n-3", Assert.Single(active.Condition<NoReoffendingCondition>().OpenArrests).Id);
    }

    [Fact]
    public void An_arrest_without_a_result_keeps_the_agreement_from_being_completed()
    {
        var concluding = Active().Given(Notice("n-1", CustodyNoticeKind.Arrest)).Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);

        concluding.Until("2026-08-31").Is(AgreementStatus.Concluding);
        Assert.Contains(concluding.State.Alerts, alert => alert.Kind == AlertKind.RecordsMissingAfterEnd);
        concluding.Given(Notice("n-9", CustodyNoticeKind.NoFurtherAction)).Is(AgreementStatus.Completed);
    }

    [Fact]
    public void That_a_lead_has_seen_the_arrest_does_not_settle_it()
    {
        var active = Active().Given(Notice("n-1", CustodyNoticeKind.Arrest), new TermCommand.AcknowledgeAlert("alert-1"));

        active.Until(Brought.AfterTheTerm).Is(AgreementStatus.Concluding);
    }

    [Fact]
    public void A_lead_settles_the_arrest_with_a_reason()
    {
        var concluding = Active().Given(Notice("n-1", CustodyNoticeKind.Arrest)).Until(Brought.AfterTheTerm);

        concluding.When(new NoReoffendingCommand.SettleArrest("n-1") { Reason = " " }).Refused(RefusalCode.ReasonMissing);
        concluding.When(new NoReoffendingCommand.SettleArrest("n-1"), People.Worker).Refused(RefusalCode.RoleNotPermitted);
        concluding.When(new NoReoffendingCommand.SettleArrest("n-7")).Refused(RefusalCode.NoticeUnknown);
        concluding.When(new NoReoffendingCommand.SettleArrest("n-1")).Is(AgreementStatus.Completed);
        Assert.DoesNotContain(concluding.State.Alerts, alert => alert.Kind == AlertKind.Arrest);
    }

    [Fact]
    public void A_lead_who_is_concluding_over_an_open_arrest_may_propose_a_breach_or_extend()
    {
        Active().Given(Notice("n-1", CustodyNoticeKind.Arrest)).Until(Brought.AfterTheTerm)
            .Given(new BreachCommand.ProposeBreach { By = People.Lead }).Is(AgreementStatus.BreachReview);
        Active().Given(Notice("n-1", CustodyNoticeKind.Arrest)).Until(Brought.AfterTheTerm)
            .Given(new TermCommand.ExtendTerm(new LocalDate(2026, 7, 20), true)).Is(AgreementStatus.Active);
    }

    [Fact]
    public void An_arrest_that_comes_while_concluding_keeps_it_open()
    {
        var concluding = Brought.ToConcluding().On("2026-07-07");
        Assert.Equal(ConditionStatus.Kept, concluding.Condition<NoReoffendingCondition>().Status);

        concluding.Given(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, new LocalDate(2026, 7, 7), new LocalDate(2026, 7, 4)));
        concluding.Given(new TermCommand.WaiveCondition("pathway")).Is(AgreementStatus.Concluding);
        concluding.When(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Charge, new LocalDate(2026, 7, 7), new LocalDate(2026, 7, 4)))
            .Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void An_arrest_for_an_offence_from_outside_the_term_does_not_keep_it_open() =>
        Active().Given(Notice("n-1", CustodyNoticeKind.Arrest, Before)).Until(Brought.AfterTheTerm).Is(AgreementStatus.Completed);

    [Theory]
    [InlineData(CustodyNoticeKind.Charge)]
    [InlineData(CustodyNoticeKind.Admission)]
    public void By_hand_a_charge_or_an_admission_is_recorded_with_how_it_is_known(CustodyNoticeKind kind)
    {
        var active = Active();

        active.When(Notice("n-1", kind), People.Worker).Refused(RefusalCode.ReasonMissing);
        active.When(Notice("n-1", kind) with { Reason = "The officer rang." }, People.Worker);
        active.Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void Late_news_about_the_term_is_kept_flagged_and_changes_nothing()
    {
        var ended = Brought.ToActive(Brought.Supervision())
            .Given(new Domain.Appointments.AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time("2026-03-12 14:00"), 60))
            .On("2026-03-20").Given(new TermCommand.Discontinue(DiscontinuationCause.Moved)).On("2026-03-25");

        ended.When(new Domain.Appointments.AppointmentCommand.RecordAttendance("supervision", "m-1", Domain.Appointments.Attendance.MissedUnacceptable))
            .Then(new TermEvent.LateNewsReceived("supervision", "m-1", LateNewsKind.Attendance, "missed unacceptable", new(2026, 3, 12), ended.Now));
        ended.When(new Domain.Appointments.AppointmentCommand.RecordAttendance("supervision", "m-1", Domain.Appointments.Attendance.MissedUnacceptable)).ThenNothing();
        ended.Given(new BreachCommand.RecordViolence("v-1", new LocalDate(2026, 3, 19)));

        ended.Is(AgreementStatus.Discontinued);
        Assert.Equal(["m-1", "v-1"], ended.State.Alerts.Where(alert => alert.Kind == AlertKind.LateNews).Select(alert => alert.Subject));
        Assert.Empty(ended.State.Failures);
        ended.When(new BreachCommand.RecordViolence("v-2", new LocalDate(2026, 3, 24))).Refused(RefusalCode.AgreementEnded);
    }

    private static Case Active() => Brought.ToActive().On("2026-04-02");

    private static Case Bring(AgreementStatus status) => status switch
    {
        AgreementStatus.Referred => Brought.ToReferred(),
        AgreementStatus.Eligible => Brought.ToEligible(),
        AgreementStatus.Offered => Brought.ToOffered(),
        AgreementStatus.NotEligible => Brought.ToNotEligible(),
        AgreementStatus.Declined => Brought.ToDeclined(),
        AgreementStatus.Lapsed => Brought.ToLapsed(),
        _ => Brought.ToControl(),
    };

    private static NoReoffendingCommand.ReceiveCustodyNotice Notice(string id, CustodyNoticeKind kind, LocalDate? offenceOn = null) =>
        new(id, kind, new LocalDate(2026, 4, 1), offenceOn);
}

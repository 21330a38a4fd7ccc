using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Telling;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Breach;

/// <summary>A failure leads to the next step only if the person had been told of the warning before it; an absence counts once.</summary>
public sealed class WarningToldTests
{
    [Fact]
    public void Failures_within_minutes_bring_one_warning()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-03-12 18:00");
        Miss(active, "m-1", "2026-03-12 09:00");
        Miss(active, "m-2", "2026-03-12 11:00");
        Miss(active, "m-3", "2026-03-12 14:00");

        active.Is(AgreementStatus.Active);
        Assert.Single(active.State.Warnings);
        Assert.Equal(
            [(null, null), (HeldReason.WarningNotTold, 1), (HeldReason.WarningNotTold, 1)],
            active.State.Failures.Select(failure => (failure.Held, failure.HeldFor)));
    }

    [Fact]
    public void The_time_of_the_failure_counts_and_not_the_time_of_recording()
    {
        // Missed on the 9th, before the person was told of the warning on the 10th; recorded on the 12th.
        var active = Brought.ToActive(Brought.Supervision()).On("2026-03-06 16:00");
        Miss(active, "m-1", "2026-03-06 09:00");
        active.On("2026-03-12 09:00").When(Tell("warning-1", "2026-03-10 10:00"));
        Miss(active, "m-2", "2026-03-09 09:00");
        Assert.Single(active.State.Warnings);
        Assert.Equal(Case.Time("2026-03-09 09:00"), active.State.Failures[^1].HappenedAt);

        // Missed after the person was told: the final warning.
        Miss(active, "m-3", "2026-03-11 09:00");
        Assert.Equal(WarningLevel.Final, active.State.Warnings[^1].Level);
    }

    [Fact]
    public void On_the_same_day_the_hour_decides()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-03-06 18:00");
        Miss(active, "m-1", "2026-03-06 09:00");
        active.On("2026-03-09 20:00").When(Tell("warning-1", "2026-03-09 12:00"));

        Miss(active, "m-2", "2026-03-09 12:00");
        Assert.Single(active.State.Warnings);
        Miss(active, "m-3", "2026-03-09 14:00");
        Assert.Equal(2, active.State.Warnings.Length);
    }

    [Fact]
    public void If_only_the_day_is_known_telling_the_person_on_that_day_is_too_late()
    {
        var active = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1")).On("2026-03-10 18:00").Given(Tell("warning-1", "2026-03-09 09:00"));

        active.When(new BreachCommand.RecordFailure("f-2", OccurredOn: new LocalDate(2026, 3, 9)));
        Assert.Single(active.State.Warnings);
        active.When(new BreachCommand.RecordFailure("f-3", OccurredOn: new LocalDate(2026, 3, 10)));
        Assert.Equal(2, active.State.Warnings.Length);
        active.When(new BreachCommand.RecordFailure("f-4", OccurredOn: new LocalDate(2026, 3, 11))).Refused(RefusalCode.DateInFuture);
    }

    [Fact]
    public void A_letter_on_its_way_does_not_count_as_told_yet()
    {
        var active = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1"))
            .Given(new TellingCommand.TellPerson("warning-1", ToldHow.Letter, Case.Time(Brought.Signing)));

        active.On("2026-03-06 12:00").When(new BreachCommand.RecordFailure("f-2"));
        Assert.Single(active.State.Warnings);
        active.On("2026-03-10 12:00").When(new BreachCommand.RecordFailure("f-3"));
        Assert.Equal(2, active.State.Warnings.Length);
    }

    [Fact]
    public void No_breach_is_proposed_before_the_final_warning_was_told()
    {
        var active = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1")).Tell("warning-1").Given(new BreachCommand.RecordFailure("f-2"))
            .On("2026-03-20").Given(new BreachCommand.RecordFailure("f-3")).Is(AgreementStatus.Active);

        active.Given(Tell("warning-2", "2026-03-20 10:00")).On("2026-03-23").When(new BreachCommand.RecordFailure("f-4")).Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void Recording_late_that_the_person_was_told_makes_the_failure_count_after_all()
    {
        var active = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1"))
            .On("2026-03-12").Given(new BreachCommand.RecordFailure("f-2")).When(new BreachCommand.RecordFailure("f-3", OccurredOn: new LocalDate(2026, 3, 11)));
        Assert.Single(active.State.Warnings);

        // One of the two leads to a step: the person had not been told of the final warning when the other happened.
        active.On("2026-03-13").When(Tell("warning-1", "2026-03-06 10:00"));
        Assert.Equal("f-3", active.Then<BreachEvent.WarningIssued>().FailureId);
        Assert.Equal("f-3", active.Then<BreachEvent.FailureCounted>().FailureId);
        active.Is(AgreementStatus.Active);
        Assert.Equal((HeldReason.WarningNotTold, 2), (active.State.Failures[1].Held, active.State.Failures[1].HeldFor));
    }

    [Fact]
    public void Correcting_when_the_person_was_told_takes_back_the_warning_that_depended_on_it()
    {
        var active = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1")).On("2026-03-12").Given(Tell("warning-1", "2026-03-06 10:00"))
            .When(new BreachCommand.RecordFailure("f-2"));
        Assert.Equal(2, active.State.Warnings.Length);

        active.On("2026-03-13").When(Tell("warning-1", "2026-03-12 15:00") with { Reason = "It was the day after." });

        Assert.True(active.State.Warnings[1].Withdrawn);
        Assert.Equal(HeldReason.WarningNotTold, active.State.Failures[1].Held);
        active.OwesNo("person/warning-2");
        active.When(Tell("warning-1", "2026-03-06 10:00") with { Reason = "It was right before." });
        Assert.Equal(3, active.State.Warnings.Length);
    }

    [Fact]
    public void A_failure_from_before_the_warning_that_is_recorded_late_leads_to_no_step()
    {
        var active = Brought.ToActive().On("2026-03-12").Given(new BreachCommand.RecordFailure("f-1")).Tell("warning-1");

        active.When(new BreachCommand.RecordFailure("f-2", OccurredOn: new LocalDate(2026, 3, 9)));

        Assert.Single(active.State.Warnings);
    }

    [Fact]
    public void When_the_warning_concerned_is_withdrawn_the_failure_is_judged_again()
    {
        var active = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1")).On("2026-03-12").Given(new BreachCommand.RecordFailure("f-2"));

        active.When(new BreachCommand.WithdrawWarning(1));

        Assert.Equal((WarningLevel.First, "f-2"), (active.Then<BreachEvent.WarningIssued>().Level, active.Then<BreachEvent.WarningIssued>().FailureId));
    }

    [Fact]
    public void With_the_final_warning_withdrawn_the_next_failure_brings_one_and_no_breach()
    {
        var varied = Brought.ToActive(Brought.Supervision()).ToThirdFailure()
            .Given(new BreachCommand.DecideBreach(BreachDecision.Vary, Add: [Brought.Pathway()], ParticipantAgreed: true), new BreachCommand.WithdrawWarning(2));

        varied.On("2026-03-20").When(new BreachCommand.RecordFailure("f-4")).Is(AgreementStatus.Active);
        Assert.Equal(WarningLevel.Final, varied.Then<BreachEvent.WarningIssued>().Level);
    }

    [Fact]
    public void After_a_decision_to_continue_the_next_failure_counts_once_the_final_warning_was_told()
    {
        var active = Brought.ToBreachReview().Given(new BreachCommand.DecideBreach(BreachDecision.Continue));

        active.On("2026-03-18").When(new BreachCommand.RecordFailure("f-1")).Is(AgreementStatus.Active);
        Assert.Equal(HeldReason.WarningNotTold, active.State.Failures[0].Held);
        active.Given(Tell("warning-1", "2026-03-18 10:00")).On("2026-03-19").Given(new BreachCommand.RecordFailure("f-2")).Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void A_failure_that_a_decision_left_uncounted_stays_uncounted()
    {
        var active = Brought.ToActive().Given(new BreachCommand.RecordFailure("f-1"))
            .On("2026-03-10").Given(new BreachCommand.RecordFailure("f-2")).On("2026-03-11").Given(new BreachCommand.RecordFailure("f-3"))
            .Given(new BreachCommand.ProposeBreach(), new BreachCommand.DecideBreach(BreachDecision.Extend, new LocalDate(2026, 7, 12), ParticipantAgreed: true))
            .Given(Tell("warning-1", "2026-03-11 10:00"));

        active.On("2026-03-16").When(new BreachCommand.RecordFailure("f-4"));

        Assert.Equal(WarningLevel.Final, active.Then<BreachEvent.WarningIssued>().Level);
    }

    [Fact]
    public void A_scheme_may_do_without()
    {
        var active = Brought.ToActive(Shipped.With("breach.warningMustBeTold=false"), Brought.Supervision()).On("2026-03-13 09:00");
        Miss(active, "m-1", "2026-03-10 09:00");
        Miss(active, "m-2", "2026-03-11 09:00");
        Miss(active, "m-3", "2026-03-12 09:00");

        active.Is(AgreementStatus.BreachReview);
    }

    [Fact]
    public void The_turning_point_scheme_asks_for_it_too()
    {
        Assert.True(Shipped.TurningPoint.Scheme.Breach.WarningMustBeTold);
        Assert.True(new Domain.Schemes.BreachRules(1, 2, 3, 3, 28).WarningMustBeTold);
    }

    [Fact]
    public void Evidence_that_did_not_come_is_judged_by_the_day_of_the_absence()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-03-06 18:00");
        active.Given(
            new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time("2026-03-06 09:00"), 60),
            new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.EvidenceAwaited));
        active.On("2026-03-09 09:00").Given(new BreachCommand.RecordFailure("f-1")).Given(Tell("warning-1", "2026-03-09 09:00"));

        // The five working days run out after the person was told of the warning, but the meeting was before it.
        active.Until("2026-03-14 00:00");

        Assert.Equal(FailureKind.EvidenceNotProvided, active.State.Failures[^1].Kind);
        Assert.Equal(Case.Time("2026-03-06 09:00"), active.State.Failures[^1].HappenedAt);
        Assert.Single(active.State.Warnings);
    }

    [Fact]
    public void A_missed_appointment_and_a_failure_that_names_it_count_once()
    {
        var active = Brought.ToActive(Shipped.With("breach.warningMustBeTold=false"), Brought.Supervision()).On("2026-03-12 18:00");
        Miss(active, "m-1", "2026-03-12 09:00");

        active.Given(
            new BreachCommand.RecordFailure("f-1", "supervision", AppointmentId: "m-1"))
            .When(new BreachCommand.RecordFailure("f-2", "supervision", new LocalDate(2026, 3, 12)));

        Assert.Single(active.State.Warnings);
        Assert.Equal([null, HeldReason.SameAbsence, HeldReason.SameAbsence], active.State.Failures.Select(failure => failure.Held));
        active.When(new BreachCommand.RecordFailure("f-3", "supervision", AppointmentId: "m-9")).Refused(RefusalCode.AppointmentUnknown);

        // Once excused, it does not count under any name.
        active.When(new AppointmentCommand.CorrectAttendance("supervision", "m-1", Attendance.MissedAcceptable));
        Assert.DoesNotContain(active.State.Failures, failure => failure.Counts);
        active.When(new BreachCommand.RecordFailure("f-4", "supervision", AppointmentId: "m-1")).Refused(RefusalCode.AppointmentSettled);
    }

    [Fact]
    public void A_failure_recorded_first_and_the_outcome_after_it_count_once()
    {
        var active = Brought.ToActive(Shipped.With("breach.warningMustBeTold=false"), Brought.Supervision()).On("2026-03-12 18:00");
        active.Given(
            new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time("2026-03-12 09:00"), 60),
            new BreachCommand.RecordFailure("f-1", "supervision", AppointmentId: "m-1"))
            .When(new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.MissedUnacceptable));

        Assert.Single(active.State.Warnings);
        Assert.Equal(HeldReason.SameAbsence, active.State.Failures[1].Held);
    }

    [Fact]
    public void A_period_whose_only_meeting_was_missed_counts_once()
    {
        var active = Brought.ToActive(Brought.Supervision()).Meeting("supervision", "m-1", "2026-03-06 14:00", Attendance.MissedUnacceptable)
            .Tell("warning-1").Until("2026-03-25");

        Assert.Single(active.State.Failures);
        Assert.Single(active.State.Warnings);
    }

    [Fact]
    public void A_condition_that_failed_with_the_absence_counts_with_it()
    {
        var active = Brought.ToActive(Brought.Supervision()).Meeting("supervision", "m-1", "2026-03-06 14:00", Attendance.MissedUnacceptable).Tell("warning-1");

        active.When(new Domain.Term.TermCommand.FailCondition("supervision", FailureCause.Participant, new LocalDate(2026, 3, 6)));

        Assert.Single(active.State.Warnings);
    }

    private static void Miss(Case active, string id, string starts) => active.Given(
        new AppointmentCommand.ScheduleAppointment("supervision", id, Case.Time(starts), 60),
        new AppointmentCommand.RecordAttendance("supervision", id, Attendance.MissedUnacceptable));

    private static TellingCommand.TellPerson Tell(string news, string at) => new(news, ToldHow.InPerson, Case.Time(at));
}

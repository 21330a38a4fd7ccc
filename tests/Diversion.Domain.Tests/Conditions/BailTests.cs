using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Conditions;

/// <summary>Bail that a notice tells of, against the appointments of the agreement.</summary>
public sealed class BailTests
{
    private static readonly LocalDate Arrested = new(2026, 3, 9);

    private static readonly Bail Strict = new(
        new LocalDate(2026, 3, 18), new LocalTime(11, 0), new Curfew(new LocalTime(19, 0), new LocalTime(7, 30)), "Not to contact the victim.");

    private static readonly NoReoffendingCommand.ReceiveCustodyNotice Charge = Notice(CustodyNoticeKind.Charge);

    [Theory]
    [InlineData("2026-03-18 10:30", 60, "answer bail on 18 March 2026 at 11am")]
    [InlineData("2026-03-18 13:30", 60, "answer bail")]
    [InlineData("2026-03-18 09:30", 60, null)]
    [InlineData("2026-03-18 14:00", 60, null)]
    [InlineData("2026-03-12 18:30", 60, "curfew from 7pm to 7:30am")]
    [InlineData("2026-03-12 07:00", 60, "curfew from 7pm to 7:30am")]
    [InlineData("2026-03-12 07:30", 60, null)]
    [InlineData("2026-03-12 18:00", 60, null)]
    [InlineData("2026-03-19 18:30", 60, null)]
    public void A_booking_that_clashes_with_bail_is_asked_again(string starts, int minutes, string? why)
    {
        var active = OnBail(Strict);

        active.When(Book("m-1", starts, minutes), People.Worker);

        Assert.Equal(why is null ? null : RefusalCode.TimeUnusual, active.Refusal?.Code);
        Assert.Contains(why ?? "", active.Refusal?.Message ?? "", StringComparison.Ordinal);
        active.Given(Book("m-1", starts, minutes) with { ConfirmUnusualTime = true });
    }

    [Fact]
    public void Without_a_time_the_whole_day_is_asked_about_and_without_a_day_the_curfew_goes_on()
    {
        OnBail(new Bail(new LocalDate(2026, 3, 18))).When(Book("m-1", "2026-03-18 16:00", 60)).Refused(RefusalCode.TimeUnusual);
        OnBail(Strict with { AnswerOn = null, AnswerAt = null }).When(Book("m-1", "2026-05-12 18:30", 60)).Refused(RefusalCode.TimeUnusual);
    }

    [Fact]
    public void The_curfew_of_the_tag_is_asked_about_too()
    {
        var active = Brought.ToActive(Brought.Supervision(), new Domain.Conditions.ConditionTerms.TagMonitoring([], new Curfew(new LocalTime(17, 0), new LocalTime(7, 0)))).On("2026-03-10");

        active.When(Book("m-1", "2026-03-12 16:30", 60), People.Worker).Refused(RefusalCode.TimeUnusual);
        Assert.Contains("tag has a curfew from 5pm to 7am", active.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partner_is_not_told_of_the_bail()
    {
        var state = OnBail(Strict).State;
        var starts = Case.Time("2026-03-12 18:30");

        Assert.DoesNotContain("bail", BookingWarnings.Of(state, Shipped.Checkpoint.Calendar, starts, 60, Role.Provider)!, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("bail", BookingWarnings.Of(state, Shipped.Checkpoint.Calendar, starts, 60, Role.KeyWorker)!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_booked_before_the_bail_is_found_until_the_bail_is_over()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-03-10").Given(Book("m-1", "2026-03-12 18:30", 60), Book("m-2", "2026-03-13 10:00", 60));
        Assert.Empty(BailClashes.Of(active.State, active.Now));

        active.Given(Notice(CustodyNoticeKind.ReleasedOnBail) with { Bail = Strict });
        Assert.Equal("m-1", Assert.Single(BailClashes.Of(active.State, active.Now)).Appointment.Id);

        active.Given(Notice(CustodyNoticeKind.NoFurtherAction) with { OccurredOn = new LocalDate(2026, 3, 10) });
        Assert.Empty(BailClashes.Of(active.State, active.Now));
    }

    [Fact]
    public void Bail_after_a_charge_holds_though_the_charge_ends_the_bail_before_it()
    {
        var charged = Charge with { Bail = new Bail(new LocalDate(2026, 4, 15)) };

        Assert.Equal(charged.Bail, Assert.Single(BailClashes.InForce(OnBail(Strict).Given(charged).State)));
        Assert.Empty(BailClashes.InForce(OnBail(Strict).Given(Charge).State));
        Assert.Equal(Strict, Assert.Single(BailClashes.InForce(Brought.ToActive().On("2026-03-10").Given(Charge, Notice(CustodyNoticeKind.ReleasedOnBail) with { Bail = Strict }).State)));
    }

    [Fact]
    public void Of_two_bails_of_one_day_the_one_that_came_last_holds()
    {
        var later = new Bail(new LocalDate(2026, 5, 6));

        var active = OnBail(Strict).Given(Notice(CustodyNoticeKind.Arrest) with { Bail = later });

        Assert.Equal(later, Assert.Single(BailClashes.InForce(active.State)));
    }

    [Fact]
    public void Other_bail_in_the_same_notice_is_a_correction()
    {
        var active = OnBail(Strict);
        active.When(Notice(CustodyNoticeKind.ReleasedOnBail) with { Bail = Strict }).ThenNothing();

        var corrected = active.When(Notice(CustodyNoticeKind.ReleasedOnBail) with { Bail = Strict with { Curfew = null } }).Then<NoReoffendingEvent.CustodyNoticeCorrected>();

        Assert.Equal((Strict, Strict with { Curfew = null }), (corrected.BailBefore, corrected.Bail));
        active.When(Book("m-1", "2026-03-12 18:30", 60)).Then<AppointmentEvent.AppointmentScheduled>();
    }

    [Fact]
    public void Bail_that_makes_no_sense_is_refused()
    {
        var active = Brought.ToActive(Brought.Supervision()).On("2026-03-10");

        active.When(Notice(CustodyNoticeKind.ReleasedOnBail) with { Bail = new Bail(new LocalDate(2026, 3, 1)) }).Refused(RefusalCode.ValueOutOfRange);
        active.When(Notice(CustodyNoticeKind.ReleasedOnBail) with { Bail = new Bail(AnswerAt: new LocalTime(9, 0)) }).Refused(RefusalCode.ValueOutOfRange);
        active.When(Notice(CustodyNoticeKind.ReleasedOnBail) with { Bail = new Bail(Curfew: new Curfew(new LocalTime(9, 0), new LocalTime(9, 0))) }).Refused(RefusalCode.CurfewInvalid);
    }

    private static Case OnBail(Bail bail) =>
        Brought.ToActive(Brought.Supervision()).On("2026-03-10").Given(Notice(CustodyNoticeKind.ReleasedOnBail) with { Bail = bail });

    private static NoReoffendingCommand.ReceiveCustodyNotice Notice(CustodyNoticeKind kind) => new("c-1", kind, Arrested);

    private static AppointmentCommand.ScheduleAppointment Book(string id, string starts, int minutes) => new("supervision", id, Case.Time(starts), minutes);
}

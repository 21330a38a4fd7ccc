using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Time;

namespace Diversion.Domain.Tests.Appointments;

/// <summary>The appointments of the rest of a term: what is proposed, and how it is booked.</summary>
public sealed class AppointmentSeriesTests
{
    private const string Id = "supervision";
    private static readonly LocalTime HalfPastTen = new(10, 30);

    [Fact]
    public void One_is_proposed_for_each_period_of_supervision()
    {
        var days = Proposed(Brought.ToActive(Brought.Supervision()), SeriesPattern.EachPeriod, "2026-03-10");

        Assert.Equal(
            ["2026-03-10", "2026-03-17", "2026-03-24", "2026-03-31", "2026-04-07", "2026-04-21", "2026-05-05", "2026-05-19", "2026-06-02", "2026-06-16", "2026-06-30"],
            days.Select(day => day.Day.ToString("uuuu-MM-dd", null)));
        Assert.All(days, day => Assert.Equal(((string?)null, HalfPastTen), (day.LeftOut, day.StartsAt.InZone(WorkingCalendar.Zone).TimeOfDay)));
    }

    [Fact]
    public void A_fortnight_whose_first_such_day_is_a_bank_holiday_has_its_second()
    {
        var days = Proposed(Brought.ToActive(Brought.Supervision()), SeriesPattern.EachPeriod, "2026-03-09");

        // Easter Monday is 6 April, the early May bank holiday is on the 4th.
        Assert.Equal(["2026-04-13", "2026-04-20", "2026-05-11"], days.Skip(4).Take(3).Select(day => day.Day.ToString("uuuu-MM-dd", null)));
        Assert.All(days, day => Assert.Null(day.LeftOut));
    }

    [Fact]
    public void A_period_that_has_its_meeting_or_was_excused_gets_no_other()
    {
        var active = Brought.ToActive(Brought.Supervision())
            .Given(Book("m-1", "2026-03-13 14:00"))
            .On("2026-03-06").Given(new SupervisionCommand.ExcusePeriod(Id, 1) { Reason = "Snow." });

        var days = Proposed(active, SeriesPattern.EachPeriod, "2026-03-10");

        Assert.Equal("No meeting is needed then: the period was excused.", days[0].LeftOut);
        Assert.Equal("There is a meeting on Friday 13 March 2026 at 2pm already.", days[1].LeftOut);
        Assert.Null(days[2].LeftOut);
    }

    [Fact]
    public void Every_week_goes_on_to_the_last_day_without_bank_holidays()
    {
        var days = Proposed(Brought.ToActive(Brought.Supervision()), SeriesPattern.EveryWeek, "2026-03-09");

        Assert.Equal(17, days.Length);
        Assert.Equal(new LocalDate(2026, 6, 29), days[^1].Day);
        Assert.Equal(
            ["2026-04-06 It is a bank holiday: Easter Monday.", "2026-05-04 It is a bank holiday: Early May bank holiday.", "2026-05-25 It is a bank holiday: Spring bank holiday."],
            days.Where(day => day.LeftOut is not null).Select(day => $"{day.Day:uuuu-MM-dd} {day.LeftOut}"));
    }

    [Fact]
    public void Sessions_are_every_week_or_every_second_also_on_a_Saturday()
    {
        var active = Brought.ToActive(Brought.Reparation());
        Assert.Equal([SeriesPattern.EveryWeek, SeriesPattern.EveryTwoWeeks], AppointmentSeries.PatternsOf(active.State.Condition<AppointmentCondition>("reparation")).AsEnumerable());

        var days = Proposed(active, SeriesPattern.EveryTwoWeeks, "2026-03-07", "reparation");

        Assert.Equal(["2026-03-07", "2026-03-21", "2026-04-04"], days.Take(3).Select(day => day.Day.ToString("uuuu-MM-dd", null)));
        Assert.All(days, day => Assert.Equal(((string?)null, (string?)null), (day.LeftOut, day.Warning)));
    }

    [Fact]
    public void What_is_unusual_is_asked_and_what_cannot_be_is_left_out()
    {
        var active = Brought.ToActive(Brought.Supervision(), Brought.Reparation())
            .Given(new AppointmentCommand.ScheduleAppointment("reparation", "s-1", Case.Time("2026-03-17 10:00"), 120))
            .On("2026-03-10 10:30");
        TakenTime[] elsewhere = [new(Case.Time("2026-03-24 11:00"), Case.Time("2026-03-24 12:00"))];
        TakenTime[] workers = [new(Case.Time("2026-03-31 11:00"), Case.Time("2026-03-31 11:45")), new(Case.Time("2026-04-07 11:30"), Case.Time("2026-04-07 12:00"))];

        var days = AppointmentSeries.Of(
            active.State, active.Condition<SupervisionCondition>(), new(SeriesPattern.EveryWeek, new(2026, 3, 10), HalfPastTen, 60),
            Shipped.Checkpoint.Scheme, Shipped.Checkpoint.Calendar, elsewhere, workers, active.Now, Role.KeyWorker);

        Assert.Equal(
            ["That time has passed.", "The person has another appointment from 10am to midday.", "The person has another appointment from 11am to midday.", null],
            days.Take(4).Select(day => day.LeftOut));
        Assert.Equal($"{active.State.KeyWorker!.Name} has a meeting with somebody else from 11am to 11:45am.", days[3].Warning);
        Assert.Null(days[4].Warning);
        var sundays = Proposed(active, SeriesPattern.EveryWeek, "2026-03-15");
        Assert.Equal("15 March 2026 is a Sunday.", sundays[0].Warning);
        Assert.Null(sundays[0].LeftOut);
    }

    [Fact]
    public void All_are_booked_by_one_command_and_again_changes_nothing()
    {
        var booked = Brought.ToActive(Brought.Supervision()).When(Series("2026-03-10 10:30", "2026-03-17 10:30", "2026-03-24 10:30"));

        Assert.Equal(
            [new PlaceInSeries(1, 3), new(2, 3), new(3, 3)],
            booked.Events.OfType<AppointmentEvent.AppointmentScheduled>().Select(e => e.Series));
        Assert.Equal(["a-0", "a-1", "a-2"], booked.Condition<SupervisionCondition>().Appointments.Select(one => one.Id));
        Assert.Empty(booked.When(Series("2026-03-10 10:30", "2026-03-17 10:30", "2026-03-24 10:30")).Events);

        // One more than before: only that one is new.
        var more = booked.When(Series("2026-03-10 10:30", "2026-03-17 10:30", "2026-03-24 10:30", "2026-03-31 10:30"));
        Assert.Null(Assert.Single(more.Events.OfType<AppointmentEvent.AppointmentScheduled>()).Series);
    }

    [Theory]
    [InlineData(RefusalCode.AppointmentOverlaps, "from 10am to 11am on Thursday 12 March 2026", "2026-03-10 10:00", "2026-03-12 10:30")]
    [InlineData(RefusalCode.AppointmentOverlaps, "from 10am to 11am on Tuesday 10 March 2026", "2026-03-10 10:00", "2026-03-10 10:59")]
    [InlineData(RefusalCode.DateInPast, "Thursday 5 March 2026 at 8am", "2026-03-10 10:00", "2026-03-05 08:00")]
    [InlineData(RefusalCode.TimeUnusual, "Easter Monday", "2026-03-10 10:00", "2026-04-06 10:00")]
    [InlineData(RefusalCode.AppointmentOutsideTerm, "6 July 2026", "2026-03-10 10:00", "2026-07-06 10:00")]
    [InlineData(RefusalCode.ValueOutOfRange, "1 to 40")]
    public void When_one_is_refused_none_is_booked_and_the_refusal_says_which(string code, string says, params string[] starts)
    {
        var active = Brought.ToActive(Brought.Supervision()).Given(Book("m-1", "2026-03-12 10:00"));

        active.When(Series(starts));

        Assert.Contains(says, active.Refused(code).Message, StringComparison.Ordinal);
        Assert.Empty(active.Events);
        Assert.Equal("m-1", Assert.Single(active.Condition<SupervisionCondition>().Appointments).Id);
    }

    [Fact]
    public void Too_many_and_an_id_that_stands_for_two_are_refused()
    {
        var active = Brought.ToActive(Brought.Supervision());

        active.When(Series([.. Enumerable.Range(0, 41).Select(week => $"2026-03-{9 + (week % 20):00} 10:00")])).Refused(RefusalCode.ValueOutOfRange);
        active.When(new AppointmentCommand.ScheduleSeries(Id, [new("x", Case.Time("2026-03-10 10:00")), new("x", Case.Time("2026-03-17 10:00"))], 60)).Refused(RefusalCode.AppointmentExists);
        active.When(new AppointmentCommand.ScheduleSeries(Id, [default], 60)).Refused(RefusalCode.TextMissing);
    }

    [Fact]
    public void One_letter_tells_of_all_and_lapses_with_the_last_of_them()
    {
        var signed = Brought.ToEligible(person: People.Participant with { ContactConsent = false }).On(Brought.Signing)
            .Given(Brought.Offer(Brought.Supervision()), Brought.Sign());
        var booked = signed.When(Series("2026-03-10 10:30", "2026-03-17 10:30"));

        var news = booked.State.NewsOrNull("appointment-1")!;
        Assert.Equal(["a-0", "a-1"], news.Appointment!.All);
        Assert.Equal(Case.Time("2026-03-06 17:00"), booked.Owed("person/appointment-1").Deadline.Due);
        booked.OwesNo("person/appointment-2");

        booked.Given(new AppointmentCommand.RecordAttendance(Id, "a-0", Attendance.CancelledByService)).Owed("person/appointment-1");
        booked.Given(new AppointmentCommand.RecordAttendance(Id, "a-1", Attendance.CancelledByService)).OwesNo("person/appointment-1");
        Assert.True(booked.State.NewsOrNull("appointment-1")!.Void);
    }

    [Fact]
    public void Whoever_can_no_longer_be_sent_an_email_is_not_told_twice_of_what_a_letter_tells()
    {
        var posting = Brought.ToEligible(person: People.Participant with { ContactConsent = false }).On(Brought.Signing)
            .Given(Brought.Offer(Brought.Supervision()), Brought.Sign(), Series("2026-03-10 10:30", "2026-03-17 10:30"));

        posting.When(new Domain.Referral.ReferralCommand.ChangeContact(new Domain.Referral.ContactDetails(false, Phone: "0191 4960000"))).ThenNo<TellingEvent.PersonToBeTold>();
    }

    private static ImmutableArray<SeriesDay> Proposed(Case agreement, SeriesPattern pattern, string first, string condition = Id) => AppointmentSeries.Of(
        agreement.State,
        agreement.State.Condition<AppointmentCondition>(condition),
        new SeriesPlan(pattern, WorkingCalendar.DateOf(Case.Time(first)), HalfPastTen, 60),
        Shipped.Checkpoint.Scheme,
        Shipped.Checkpoint.Calendar,
        [],
        [],
        agreement.Now,
        Role.KeyWorker);

    private static AppointmentCommand.ScheduleSeries Series(params string[] starts) =>
        new(Id, [.. starts.Select((at, place) => new SeriesAppointment($"a-{place}", Case.Time(at)))], 60);

    private static AppointmentCommand.ScheduleAppointment Book(string id, string starts) => new(Id, id, Case.Time(starts), 60);
}

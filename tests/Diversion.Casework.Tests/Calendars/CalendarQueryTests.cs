using Diversion.Casework.Actions;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Calendars;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Term;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Calendars;

/// <summary>A key worker's calendar follows what is booked, moved, held and passed on.</summary>
public sealed class CalendarQueryTests : IDisposable
{
    private static readonly Actor Colleague = new("w2", "Wes Worker", Role.KeyWorker, "east");
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task What_is_booked_is_in_it_and_what_was_moved_is_where_it_is_now()
    {
        await casework.Signed();
        await casework.Done(Worker, casework.Meeting("m-1"));
        var entry = Assert.Single(await Week(Worker));
        Assert.Equal(
            ("Pat Participant", "meeting", casework.Now + Duration.FromDays(1), 45, AppointmentStatus.Scheduled, null, "Room 4"),
            (entry.Name, entry.What, entry.StartsAt, entry.Minutes, entry.Status, entry.Partner, entry.Place));

        await casework.Done(Worker, new AppointmentCommand.RescheduleAppointment("supervision", "m-1", "m-2", casework.Now + Duration.FromDays(8), 30));
        Assert.Empty(await Week(Worker));
        Assert.Equal(30, Assert.Single(await Week(Worker, Monday.PlusWeeks(1))).Minutes);

        await casework.Done(Worker, new AppointmentCommand.RecordAttendance("supervision", "m-2", Attendance.CancelledByService));
        Assert.Empty(await Week(Worker, Monday.PlusWeeks(1)));
    }

    [Fact]
    public async Task The_session_of_a_partner_names_the_partner()
    {
        await casework.Signed();
        await casework.Done(Worker, new AppointmentCommand.ScheduleAppointment("reparation", "s-1", casework.Now + Duration.FromDays(1), 120));

        var entry = Assert.Single(await Week(Worker));
        Assert.Equal(("reparation session", "Green Works"), (entry.What, entry.Partner));
    }

    [Fact]
    public async Task What_is_to_come_goes_with_the_case_and_what_was_held_stays_with_who_held_it()
    {
        await casework.Signed();
        await casework.Done(Worker, casework.Meeting("m-1"));
        await casework.Done(Worker, casework.Meeting("m-2", daysAhead: 3));
        await casework.Pass(Duration.FromHours(26));
        await casework.Done(Worker, new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.Attended));

        await casework.Done(Lead, new TermCommand.ChangeKeyWorker(new StaffRef("w2", "Wes Worker", "east")));

        Assert.Equal(AppointmentStatus.Attended, Assert.Single(await Week(Worker)).Status);
        Assert.Equal(AppointmentStatus.Scheduled, Assert.Single(await Week(Colleague)).Status);
    }

    [Fact]
    public async Task Who_covers_has_it_too_and_with_the_case_it_ends()
    {
        await casework.Signed();
        await casework.Done(Worker, casework.Meeting("m-1"));
        await casework.Done(Lead, new TermCommand.CoverCase(new StaffRef("w2", "Wes Worker", "east"), new LocalDate(2026, 3, 20)));
        Assert.Equal((1, 1), ((await Week(Worker)).Count, (await Week(Colleague)).Count));

        await casework.Done(Lead, new TermCommand.Discontinue(DiscontinuationCause.Moved));
        Assert.DoesNotContain(await casework.Rows(Tables.Caseload), row => row.Partition.StartsWith("calendar:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_sees_the_calendar_of_somebody_else_whom_they_do_not_manage()
    {
        await casework.Signed();
        Assert.IsType<Reply<WorkerCalendar>.Refused>(await Calendar(Colleague, "w1", Monday));
        Assert.IsType<Reply<WorkerCalendar>.Refused>(await Calendar(Officer, null, Monday));
        Assert.IsType<Reply<WorkerCalendar>.Refused>(await Calendar(Sergeant, "w1", Monday));
        Assert.IsType<Reply<WorkerCalendar>.Given>(await Calendar(Lead, "w1", Monday));
    }

    [Fact]
    public async Task A_meeting_of_the_worker_with_somebody_else_is_asked_about_when_a_series_is_booked()
    {
        var other = AgreementIds.FromCustodyReference("CUS/2");
        await casework.Signed();
        await casework.Signed(other);
        await casework.Done(Worker, casework.Meeting("m-1", daysAhead: 7), other);
        var preview = new SeriesPreview(casework.Records, new DuplicateSearch(casework.Store), new CalendarQuery(casework.Store, casework.Rulebook, casework.Records));

        var plan = new SeriesPlan(SeriesPattern.EveryWeek, new LocalDate(2026, 3, 10), new LocalTime(10, 30), 30);
        var days = Assert.IsType<Reply<IReadOnlyList<SeriesDay>>.Given>(await preview.Of(Id.Value, "supervision", plan, Worker, casework.Now)).Value;

        Assert.Equal("Wyn Worker has a meeting with somebody else from 10am to 10:45am.", days[0].Warning);
        Assert.Null(days[0].LeftOut);
        Assert.All(days.Skip(1), day => Assert.Null(day.Warning));
    }

    private async Task<IReadOnlyList<CalendarEntry>> Week(Actor by, LocalDate? from = null) =>
        Assert.IsType<Reply<WorkerCalendar>.Given>(await Calendar(by, null, from ?? Monday)).Value.Entries;

    private async Task<Reply<WorkerCalendar>> Calendar(Actor by, string? worker, LocalDate from) =>
        await new CalendarQuery(casework.Store, casework.Rulebook, casework.Records).Of(by, worker, from, from.PlusDays(6));
}

using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Time;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Hosting;
using Diversion.Simulation.Demo;
using NodaTime;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>What a key worker does for a person, meeting after meeting.</summary>
internal static class Supervision
{
    private static readonly LocalTime At = new(14, 0);

    /// <summary>Books a meeting for two in the afternoon of the next working day, and moves on to three o'clock.</summary>
    public static async Task Hold(Visitor worker, string reference)
    {
        var day = NextWorkingDay(WorkingCalendar.DateOf(worker.Server.Now));
        await worker.Go($"/agreements/{reference}/schedule-appointment/supervision");
        await worker.FillDate("Day", day);
        await worker.Fill("Start time", "2pm");
        await worker.FillLength("Length", 45);
        await worker.Press("Book it");
        await worker.Server.MoveTo(WorkingCalendar.At(day, At.PlusHours(1)));
    }

    /// <summary>Records it from the task list.</summary>
    public static async Task Record(Visitor worker, string name, string outcome)
    {
        await worker.Go("/");
        await worker.Follow($"Record the outcome: {name}");
        await worker.Choose("What happened?", outcome);
        await worker.Press("Record the outcome");
        await worker.Sees("The outcome was recorded.");
    }

    /// <summary>A meeting with the demo's first key worker that was attended, without pages: for meetings like those before.</summary>
    public static async Task Attend(DemoServer server, string reference)
    {
        var id = new AgreementId(reference);
        var worker = DemoStaff.KeyWorkers[0];
        var day = NextWorkingDay(WorkingCalendar.DateOf(server.Now));
        var starts = WorkingCalendar.At(day, At);
        var meeting = $"meeting-{day:uuuuMMdd}";
        await Execute(server, id, new AppointmentCommand.ScheduleAppointment("supervision", meeting, starts, 45) { By = worker, At = server.Now });
        await server.MoveTo(starts + Duration.FromHours(1));
        await Execute(server, id, new AppointmentCommand.RecordAttendance("supervision", meeting, Attendance.Attended) { By = worker, At = server.Now });
    }

    private static async Task Execute(DemoServer server, AgreementId id, AgreementCommand command) =>
        Assert.IsType<Outcome<AgreementState>.Accepted>(await server.Casework.Execute(id, command));

    private static LocalDate NextWorkingDay(LocalDate day)
    {
        var next = day.PlusDays(1);
        return next.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? NextWorkingDay(next) : next;
    }
}

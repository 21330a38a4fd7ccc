using Diversion.Domain.Appointments;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Steps;

/// <summary>Books a meeting or session.</summary>
public sealed class ScheduleModel : BookingPage
{
    public override string Command => "schedule-appointment";

    public override string Button => "Schedule it";

    public Task<IActionResult> OnPostAsync()
    {
        var (startsAt, minutes, place) = ReadBooking();
        return Run(
            () => new AppointmentCommand.ScheduleAppointment(Condition ?? "", NewId, startsAt, minutes, place), "It was scheduled.", FieldOf);
    }
}

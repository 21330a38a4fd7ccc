using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Steps;

/// <summary>Books a meeting or session.</summary>
public sealed class ScheduleModel : BookingPage
{
    public override string Command => CommandCatalogue.NameOf<AppointmentCommand.ScheduleAppointment>();

    public override string Button => "Book it";

    public Task<IActionResult> OnPostAsync()
    {
        var booked = ReadBooking();
        return Run(
            () => new AppointmentCommand.ScheduleAppointment(Condition ?? "", NewId, booked.StartsAt, booked.Minutes, booked.Place, booked.Confirmed),
            $"{Thing} booked for {When(booked.StartsAt)}.",
            FieldOf);
    }
}

using Diversion.Casework.Links;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Steps;

/// <summary>Books a meeting or session.</summary>
public sealed class ScheduleModel : BookingPage
{
    public override string Command => CommandCatalogue.NameOf<AppointmentCommand.ScheduleAppointment>();

    public override string Button => "Book it";

    /// <summary>The page that books several at once.</summary>
    public string WholeTerm => Addresses.Action<AppointmentCommand.ScheduleSeries>(Reference, Condition);

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => [(null, CommandOf(Example))];

    public Task<IActionResult> OnPostAsync()
    {
        var booked = ReadBooking();
        return Run(
            () => CommandOf(booked),
            $"{Thing} booked for {When(booked.StartsAt)}.",
            FieldOf);
    }

    private AppointmentCommand.ScheduleAppointment CommandOf(Booked booked) =>
        new(Condition ?? "", NewId, booked.StartsAt, booked.Minutes, booked.Place, booked.Confirmed);
}

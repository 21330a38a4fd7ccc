using Diversion.Casework.Conditions;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Steps;

/// <summary>Moves a meeting or session to another time.</summary>
public sealed class RescheduleModel : BookingPage
{
    public const int LongestReason = 2_000;

    [BindProperty]
    public string? Reason { get; set; }

    public override string Command => CommandCatalogue.NameOf<AppointmentCommand.RescheduleAppointment>();

    public override string Button => "Move it";

    private AppointmentView? Moved => Others.FirstOrDefault(one => one.Id == Item);

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => [(null, CommandOf(Example))];

    public Task<IActionResult> OnPostAsync()
    {
        var booked = ReadBooking();
        var reason = Read.Text(nameof(Reason), Reason, "the reason", LongestReason);
        return Run(
            () => CommandOf(booked) with { Reason = reason },
            $"{Thing} moved to {When(booked.StartsAt)}.",
            FieldOf);
    }

    protected override void Begin()
    {
        if (Moved is { } moved)
        {
            Day = TypedDate.Of(WorkingCalendar.DateOf(moved.StartsAt));
            StartsAt = Domain.Words.Time(moved.StartsAt);
            Length = TypedLength.Of(moved.Minutes);
            Place = moved.Place;
        }
    }

    private AppointmentCommand.RescheduleAppointment CommandOf(Booked booked) =>
        new(Condition ?? "", Item ?? "", NewId, booked.StartsAt, booked.Minutes, booked.Place, booked.Confirmed);
}

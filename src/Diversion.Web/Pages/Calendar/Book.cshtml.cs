using Diversion.Casework.Access;
using Diversion.Casework.Calendars;
using Diversion.Casework.Links;
using Diversion.Domain;
using Diversion.Domain.Appointments;
using Diversion.Domain.Reading;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace Diversion.Web.Pages.Calendar;

/// <summary>Whose meeting it is to be; the form to book it then has day and time in it.</summary>
public sealed class BookModel(CalendarQuery calendars) : PortalPage
{
    [FromQuery(Name = "on")]
    public string? On { get; set; }

    [FromQuery(Name = "at")]
    public string? At { get; set; }

    /// <summary>Day and time that were chosen, as text; null when none was.</summary>
    public string? Chosen => LocalDatePattern.Iso.Parse(On ?? "") is { Success: true, Value: var day } && TimeText.Read(At) is { IsRead: true, Value: var time }
        ? $"{Words.Day(day)} at {Words.Time(time)}"
        : null;

    public IReadOnlyList<Bookable> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!AccessPolicy.KeepsCaseload(By))
        {
            return NotForRole();
        }

        All = await calendars.Bookable(By, Cancellation);
        return Page();
    }

    public string Form(Bookable one) => Addresses.Action<AppointmentCommand.ScheduleAppointment>(one.Agreement, one.Condition)
        + (Chosen is null ? default : new QueryBuilder { { "on", On! }, { "at", At! } }.ToQueryString());
}

using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Steps;

/// <summary>Asks when, how long and where a meeting or session takes place.</summary>
public abstract class BookingPage : ActionPage
{
    private const int LongestPlace = 200;
    private const int MinutesOfADay = 24 * 60;

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    [BindProperty]
    public string? StartsAt { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    /// <summary>Those of the condition, earliest first.</summary>
    protected IReadOnlyList<AppointmentView> Others => AboutCondition?.Appointments ?? [];

    protected (Instant StartsAt, int Minutes, string? Place) ReadBooking()
    {
        var day = Read.Date(nameof(Day), Day, "the day");
        var time = Read.Time(nameof(StartsAt), StartsAt, "the start time");
        var minutes = Read.Number(nameof(Minutes), Minutes, "the length", 1, MinutesOfADay);
        return (day == default ? default : WorkingCalendar.At(day, time), minutes, Read.OptionalText(nameof(Place), Place, "the place", LongestPlace));
    }

    /// <summary>Most are as long as the one before.</summary>
    protected override void Begin() => Minutes = Others.Count > 0 ? $"{Others[^1].Minutes}" : null;

    protected static string? FieldOf(string code) => code switch
    {
        RefusalCode.AppointmentOutsideTerm => nameof(Day),
        RefusalCode.ValueOutOfRange => nameof(Minutes),
        _ => null,
    };
}

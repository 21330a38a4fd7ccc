using Diversion.Casework.Conditions;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Reading;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Web.Pages.Steps;

/// <summary>Asks when, how long and where a meeting or session takes place, and for confirmation of an unusual time.</summary>
public abstract class BookingPage : ActionPage
{
    private const int LongestPlace = 200;

    public virtual string DayLabel => "Day";

    /// <summary>The day and time that were chosen in a calendar, "2026-03-10" and "10:30am"; null when none was.</summary>
    [FromQuery(Name = "on")]
    public string? ChosenDay { get; set; }

    [FromQuery(Name = "at")]
    public string? ChosenTime { get; set; }

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    [BindProperty]
    public string? StartsAt { get; set; }

    [BindProperty]
    public TypedLength Length { get; set; } = new();

    [BindProperty]
    public string? Place { get; set; }

    /// <summary>The unusual time that was confirmed; a different one has to be confirmed again.</summary>
    [BindProperty]
    public string? Confirmed { get; set; }

    /// <summary>What is unusual about the time, or clashes with the person's bail; null when nothing is.</summary>
    public string? Unusual { get; private set; }

    private (Instant StartsAt, int Minutes)? Booking { get; set; }

    /// <summary>Identifies the time that was to be confirmed.</summary>
    public string ToConfirm { get; private set; } = "";

    public string UsualQuestion => $"{Unusual}.";

    /// <summary>"Meeting" or "Session"; from the condition's id, which is known before the agreement is loaded.</summary>
    protected string Thing => Condition == "supervision" || Condition?.StartsWith("supervision-", StringComparison.Ordinal) == true ? "Meeting" : "Session";

    /// <summary>The appointments of the condition, earliest first.</summary>
    protected IReadOnlyList<AppointmentView> Others => AboutCondition?.Appointments ?? [];

    /// <summary>In the night, when nothing else is booked: what follows is the same at any time.</summary>
    protected Booked Example => new(WorkingCalendar.At(WorkingCalendar.DateOf(Now).PlusDays(1), new LocalTime(3, 0)), 15, null, Confirmed: true);

    protected readonly record struct Booked(Instant StartsAt, int Minutes, string? Place, bool Confirmed);

    protected Booked ReadBooking()
    {
        var day = Read.Date(nameof(Day), Day, "the day");
        var time = Read.Time(nameof(StartsAt), StartsAt, "the start time");
        var minutes = Length.Read(Read, nameof(Length), "the length");
        var place = Read.OptionalText(nameof(Place), Place, "the place", LongestPlace);
        var startsAt = ReadMoment(nameof(StartsAt), day, time);
        if (!ModelState.IsValid)
        {
            return default;
        }

        Booking = (startsAt, minutes);
        ToConfirm = InstantPattern.General.Format(startsAt);
        return new Booked(startsAt, minutes, place, Confirmed == ToConfirm);
    }

    /// <summary>The rule that the command is decided by, for the question on the page.</summary>
    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (Booking is var (startsAt, minutes) && await Service<Records>().Find(new AgreementId(Reference), Cancellation) is { } state)
        {
            Unusual = BookingWarnings.Of(state, Service<Rulebook>().Calendar, startsAt, minutes, By.Role);
        }

        return await base.Prepare();
    }

    /// <summary>Most are as long as the one before.</summary>
    protected override void Begin()
    {
        if (Others.Count > 0)
        {
            Length = TypedLength.Of(Others[^1].Minutes);
        }

        if (LocalDatePattern.Iso.Parse(ChosenDay ?? "") is { Success: true, Value: var day })
        {
            Day = TypedDate.Of(day);
            StartsAt = TimeText.Read(ChosenTime) is { IsRead: true, Value: var time } ? Words.Time(time) : null;
        }
    }

    /// <summary>Day and time in their stored form.</summary>
    protected static string When(Instant startsAt) => Words.DayAndTime(startsAt);

    protected static string? FieldOf(string code) => code switch
    {
        RefusalCode.AppointmentOutsideTerm or RefusalCode.DateInPast => nameof(Day),
        RefusalCode.AppointmentOverlaps => nameof(StartsAt),
        RefusalCode.ValueOutOfRange => nameof(Length),
        RefusalCode.TimeUnusual => nameof(Confirmed),
        _ => null,
    };
}

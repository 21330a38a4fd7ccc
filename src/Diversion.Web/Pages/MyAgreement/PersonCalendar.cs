using Diversion.Casework.OwnPage;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using Duration = NodaTime.Duration;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>The person's appointments as a calendar file (RFC 5545). The entry says "Appointment": others see a calendar too.</summary>
internal static class PersonCalendar
{
    public static string Of(OwnPageView mine, Instant now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Diversion//My agreement//EN" };
        foreach (var one in mine.ToCome)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{one.StartsAt.ToUnixTimeSeconds()}@my-agreement",
                DtStamp = Utc(now),
                Start = Utc(one.StartsAt),
                End = Utc(one.StartsAt + Duration.FromMinutes(one.Minutes)),
                Summary = mine.Language == PersonTexts.Welsh.Code ? "Apwyntiad" : "Appointment",
                Location = one.Place,
            });
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc());
}

using System.Globalization;
using System.Text;
using Diversion.Casework.OwnPage;
using NodaTime;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>The person's appointments as a calendar file (RFC 5545). The entry says "Appointment": others see a calendar too.</summary>
internal static class PersonCalendar
{
    private const int LongestLine = 75;

    public static string Of(OwnPageView mine, Instant now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Diversion//My agreement//EN");
        foreach (var one in mine.ToCome)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{one.StartsAt.ToUnixTimeSeconds()}@my-agreement");
            Line(text, $"DTSTAMP:{Utc(now)}");
            Line(text, $"DTSTART:{Utc(one.StartsAt)}");
            Line(text, $"DTEND:{Utc(one.StartsAt + Duration.FromMinutes(one.Minutes))}");
            Line(text, $"SUMMARY:{(mine.Language == PersonTexts.Welsh.Code ? "Apwyntiad" : "Appointment")}");
            if (one.Place is { } place)
            {
                Line(text, $"LOCATION:{Escaped(place)}");
            }

            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Utc(Instant at) => at.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line has at most 75 bytes; the rest goes on the next, after a blank.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                length = 1;
            }

            text.Append(rune);
            length += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}

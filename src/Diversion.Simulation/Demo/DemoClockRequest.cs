using System.Text.Json;
using Diversion.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Simulation.Demo;

/// <summary>A request to the demo's clock: to move by a period, to an instant, or to the next due moment.</summary>
public abstract record DemoClockRequest
{
    private const string Shapes = """Send one of { "by": "P1D" }, { "to": "2026-12-01T09:00:00Z" } or { "next": true }.""";

    private DemoClockRequest()
    {
    }

    public sealed record By(Period Period) : DemoClockRequest
    {
        /// <summary>Days and longer use the calendar of Europe/London, hours and shorter are exact durations.</summary>
        public Instant From(Instant now)
        {
            var local = now.InZone(WorkingCalendar.Zone);
            var days = Period.Years == 0 && Period.Months == 0 && Period.Weeks == 0 && Period.Days == 0
                ? now
                : WorkingCalendar.Zone.AtLeniently((local.Date + Period.FromYears(Period.Years) + Period.FromMonths(Period.Months)).PlusWeeks(Period.Weeks).PlusDays(Period.Days) + local.TimeOfDay).ToInstant();
            return days + Duration.FromHours(Period.Hours) + Duration.FromMinutes(Period.Minutes) + Duration.FromSeconds(Period.Seconds);
        }
    }

    public sealed record To(Instant Instant) : DemoClockRequest;

    public sealed record Next : DemoClockRequest;

    /// <returns>The request, or null and what is wrong with it.</returns>
    public static (DemoClockRequest? Request, string? Fault) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != 1)
            {
                return (null, Shapes);
            }

            var asked = root.EnumerateObject().First();
            return (asked.Name, asked.Value.ValueKind) switch
            {
                ("by", JsonValueKind.String) => ReadPeriod(asked.Value.GetString()!),
                ("to", JsonValueKind.String) => ReadInstant(asked.Value.GetString()!) is { } to
                    ? (new To(to), null)
                    : (null, $"{asked.Value.GetString()} is not an instant. Write it as 2026-12-01T09:00:00Z."),
                ("next", JsonValueKind.True) => (new Next(), null),
                _ => (null, Shapes),
            };
        }
        catch (JsonException)
        {
            return (null, $"The body is not valid JSON. {Shapes}");
        }
    }

    public static Instant? ReadInstant(string text) =>
        OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var value } ? value.ToInstant() : null;

    private static (DemoClockRequest? Request, string? Fault) ReadPeriod(string text)
    {
        const int Most = 100_000;
        var parsed = PeriodPattern.Roundtrip.Parse(text);
        if (!parsed.Success)
        {
            return (null, $"{text} is not a duration. Write a day as P1D, two hours as PT2H.");
        }

        var period = parsed.Value;
        long[] parts = [period.Years, period.Months, period.Weeks, period.Days, period.Hours, period.Minutes, period.Seconds];
        if (parts.Any(part => part < 0) || period.Ticks != 0 || period.Nanoseconds != 0 || period.Milliseconds != 0)
        {
            return (null, "The clock moves only forward, by whole seconds.");
        }

        return parts.Any(part => part > Most) || period.Years > 2 || period.Months > 24
            ? (null, "At most 2 years at a time.")
            : (new By(period), null);
    }
}

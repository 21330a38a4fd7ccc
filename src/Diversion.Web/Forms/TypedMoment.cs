using Diversion.Domain;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Web.Forms;

/// <summary>
/// A day and a time as typed. On two nights a year the clocks change: a time that they skip is refused, and for a time that
/// they repeat the user is asked which one is meant.
/// </summary>
public static class TypedMoment
{
    private const string First = "first";
    private const string Second = "second";

    /// <param name="which">The answer to <see cref="Which"/>, when it was asked.</param>
    /// <returns>The minimum instant if there is an error.</returns>
    public static Instant Read(FormReading read, string timeField, string whichField, LocalDate day, LocalTime time, string? which)
    {
        switch (WallClock.Read(day, time))
        {
            case WallClock.Once once:
                return once.At;
            case WallClock.Skipped skipped:
                read.Fault(
                    timeField,
                    $"There is no {Words.Time(time)} on {Words.Day(day)}: the clocks go forward. Enter {Words.Time(skipped.Before)} or earlier, or {Words.Time(skipped.After)} or later");
                return default;
            case WallClock.Twice twice when which is First or Second:
                return which == First ? twice.First : twice.Second;
            default:
                read.Fault(whichField, $"Choose which {Words.Time(time)} you mean: the clocks go back that night, so it comes twice");
                return default;
        }
    }

    /// <summary>The answer that stands for this moment; null when its time occurs once.</summary>
    public static string? AnswerFor(Instant at) => WallClock.Read(WorkingCalendar.DateOf(at), at.InZone(WorkingCalendar.Zone).TimeOfDay) is WallClock.Twice twice
        ? at == twice.First ? First : Second
        : null;

    /// <summary>The two answers if the time occurs twice; otherwise none.</summary>
    public static IReadOnlyList<Choice> Which(LocalDate day, LocalTime time) => WallClock.Read(day, time) is WallClock.Twice
        ?
        [
            new Choice(First, $"The first {Words.Time(time)}", "Before the clocks go back."),
            new Choice(Second, $"The second {Words.Time(time)}", "An hour later, after the clocks have gone back."),
        ]
        : [];
}

using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Formatting;

/// <summary>Dates, times, numbers and people as text.</summary>
internal static class Wording
{
    private static readonly LocalDatePattern WithWeekday = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");

    public static string Day(LocalDate date) => WithWeekday.Format(date);

    public static string Day(Instant instant) => Day(WorkingCalendar.DateOf(instant));

    public static string Time(LocalTime time) => Words.Time(time);

    public static string Time(Instant instant) => Words.Time(instant);

    /// <summary>
    /// A deadline: "5pm on Thursday 5 March 2026". Midnight is given as the end of the day before, so that nobody takes it
    /// for the next day.
    /// </summary>
    public static string By(Instant due)
    {
        var local = Local(due);
        return local.TimeOfDay == LocalTime.Midnight
            ? $"the end of {Day(local.Date.PlusDays(-1))}"
            : $"{Time(local.TimeOfDay)} on {Day(local.Date)}";
    }

    public static string Iso(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static string FirstName(string name) =>
        name.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? first : "there";

    /// <summary>A name and how to reach them.</summary>
    public static string Contact(StaffRef? staff) => staff switch
    {
        null => "your key worker",
        { Email: { } email } when !string.IsNullOrWhiteSpace(email) => $"{staff.Name} ({email})",
        _ => staff.Name,
    };

    public static string Role(Addressee addressee) => addressee switch
    {
        Addressee.PoliceOfficer => "the police officer",
        Addressee.ProgrammeLead => "a programme lead",
        Addressee.Facilitator => "the restorative justice facilitator",
        Addressee.Provider => "the partner provider",
        Addressee.TeamManager => "the team manager",
        Addressee.ReceivingManager => "the manager of the team that is asked",
        Addressee.Sergeant => "the sergeant",
        Addressee.Analyst => "the analyst",
        Addressee.Participant => "the participant",
        _ => "the key worker",
    };

    public static string ChargeBy(LocalDate? date) => date is { } day ? Day(day) : "none (no time limit)";

    /// <summary>"5 March 2026 at 5pm". Midnight is given as the end of the day before.</summary>
    public static string At(Instant instant)
    {
        var local = instant.InZone(WorkingCalendar.Zone);
        return local.TimeOfDay == LocalTime.Midnight ? Words.Moment(instant) : $"{Words.Date(local.Date)} at {Words.Time(local.TimeOfDay)}";
    }

    public static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    public static string List<T>(IEnumerable<T> values, Func<T, string> words, string none = "none")
    {
        var text = string.Join(", ", values.Select(words));
        return text.Length == 0 ? none : text;
    }

    public static string Band<T>(T? band) where T : struct, Enum => band is { } known ? Words.Of(known) : "not given";

    public static InvalidOperationException Missing(AgreementEvent happened) => new($"There is no sentence for {happened.GetType().Name}.");

    private static LocalDateTime Local(Instant instant) => instant.InZone(WorkingCalendar.Zone).LocalDateTime;
}

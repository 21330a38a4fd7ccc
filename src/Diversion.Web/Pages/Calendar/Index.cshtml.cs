using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Calendars;
using Diversion.Casework.Links;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Web.Pages.Calendar;

/// <summary>A week or a day of one key worker, as a table of hours or as a list, or of a team.</summary>
public sealed class IndexModel(CalendarQuery calendars, TeamNames names) : PortalPage
{
    public const string OfDay = "day";
    public const string AsList = "list";

    private const string TeamPrefix = "team:";
    private const string WorkerPrefix = "worker:";
    private const int FirstHour = 9;
    private const int LastHour = 16;

    /// <summary>"team:north" or "worker:kw-1"; anything else is the reader's own, or their first team.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    /// <summary>A day of the week that is shown; today when it cannot be read.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Layout { get; set; }

    public bool IsDay => View == OfDay;

    public bool IsList => Layout == AsList;

    public string? Team { get; private set; }

    public string Heading { get; private set; } = "";

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>One, or each of a team.</summary>
    public IReadOnlyList<WorkerCalendar> Calendars { get; private set; } = [];

    /// <summary>Monday to Friday, and a Saturday or Sunday on which there is something; or the one day.</summary>
    public IReadOnlyList<LocalDate> Days { get; private set; } = [];

    public IReadOnlyList<CalendarEntry> Entries => Calendars[0].Entries;

    public IEnumerable<int> Hours
    {
        get
        {
            var hours = Entries.Select(entry => Local(entry).Hour).ToArray();
            var first = Math.Min(FirstHour, hours.DefaultIfEmpty(FirstHour).Min());
            return Enumerable.Range(first, Math.Max(LastHour, hours.DefaultIfEmpty(LastHour).Max()) - first + 1);
        }
    }

    /// <summary>Nobody books for somebody else from a calendar.</summary>
    public bool MayBook { get; private set; }

    private LocalDate Shown => LocalDatePattern.Iso.Parse(Day ?? "") is { Success: true, Value: var day } && day > Today.PlusYears(-10) && day < Today.PlusYears(10) ? day : Today;

    public LocalDate From => IsDay ? Shown : Shown.DayOfWeek == IsoDayOfWeek.Monday ? Shown : Shown.Previous(IsoDayOfWeek.Monday);

    public LocalDate Earlier => IsDay ? From.PlusDays(-1) : From.PlusWeeks(-1);

    public LocalDate Later => IsDay ? From.PlusDays(1) : From.PlusWeeks(1);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!AccessPolicy.HasCalendar(By))
        {
            return NotForRole();
        }

        var (teams, workers) = calendars.Choices(By);
        Choices =
        [
            .. teams.Select(team => new Choice($"{TeamPrefix}{team}", $"Team {names.Of(team)}")),
            .. workers.Select(worker => new Choice($"{WorkerPrefix}{worker.Id}", worker.Name)),
        ];
        Whose ??= teams is [var first, ..] ? $"{TeamPrefix}{first}" : null;
        var to = IsDay ? From : From.PlusDays(6);
        if (Whose?.StartsWith(TeamPrefix, StringComparison.Ordinal) == true)
        {
            Team = Whose[TeamPrefix.Length..];
            if (Take(await calendars.OfTeam(By, Team, From, to, Cancellation), all => Calendars = all) is { } refused)
            {
                return refused;
            }

            Heading = $"Calendar of team {names.Of(Team)}";
        }
        else
        {
            var worker = Whose?.StartsWith(WorkerPrefix, StringComparison.Ordinal) == true ? Whose[WorkerPrefix.Length..] : null;
            if (Take(await calendars.Of(By, worker, From, to, Cancellation), one => Calendars = [one]) is { } refused)
            {
                return refused;
            }

            MayBook = Calendars[0].Worker == By.Id && AccessPolicy.KeepsCaseload(By);
            Heading = Calendars[0].Worker == By.Id ? "Your calendar" : $"Calendar of {Calendars[0].Name}";
        }

        Days =
        [
            .. Enumerable.Range(0, IsDay ? 1 : 7).Select(From.PlusDays)
                .Where(day => IsDay || day.DayOfWeek <= IsoDayOfWeek.Friday || Calendars.Any(one => On(one, day).Any())),
        ];
        return Page();
    }

    public static IEnumerable<CalendarEntry> On(WorkerCalendar calendar, LocalDate day) => calendar.Entries.Where(entry => WorkingCalendar.DateOf(entry.StartsAt) == day);

    public IEnumerable<CalendarEntry> In(LocalDate day, int hour) => On(Calendars[0], day).Where(entry => Local(entry).Hour == hour);

    /// <summary>The hour is still to come and the worker has nothing in it; a partner's session does not need them.</summary>
    public bool IsFree(LocalDate day, int hour)
    {
        var starts = WorkingCalendar.At(day, new LocalTime(hour, 0));
        return MayBook && starts > Now && !Entries.Any(entry => entry.Partner is null && entry.StartsAt < starts + Duration.FromHours(1) && starts < entry.EndsAt);
    }

    public static string BookAt(LocalDate day, int hour) =>
        Addresses.CalendarBook + new QueryBuilder { { "on", LocalDatePattern.Iso.Format(day) }, { "at", $"{hour:00}:00" } }.ToQueryString();

    public static string LinkTo(string? whose, LocalDate day, bool isDay, bool isList)
    {
        var query = new QueryBuilder { { "day", LocalDatePattern.Iso.Format(day) } };
        if (whose is not null)
        {
            query.Add("whose", whose);
        }

        if (isDay)
        {
            query.Add("view", OfDay);
        }

        if (isList)
        {
            query.Add("layout", AsList);
        }

        return Addresses.Calendar + query.ToQueryString();
    }

    public static string WorkerValue(string id) => $"{WorkerPrefix}{id}";

    private static LocalDateTime Local(CalendarEntry entry) => entry.StartsAt.InZone(WorkingCalendar.Zone).LocalDateTime;
}

using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Web.Pages.Steps;

/// <summary>Books the meetings or sessions of the rest of the term at once: first asked, then each day is shown, then all that are ticked are booked.</summary>
public sealed class SeriesModel(SeriesPreview preview) : BookingPage
{
    [BindProperty]
    public string? Pattern { get; set; }

    /// <summary>The reader has seen the days.</summary>
    [BindProperty]
    public bool Checked { get; set; }

    /// <summary>The reader wants the questions back.</summary>
    [BindProperty]
    public bool Change { get; set; }

    /// <summary>The times that are ticked.</summary>
    [BindProperty]
    public List<string> Times { get; set; } = [];

    public override string Command => CommandCatalogue.NameOf<AppointmentCommand.ScheduleSeries>();

    public override string Button => IsToCheck ? $"Book the ticked {Thing.ToLowerInvariant()}s" : "Show the days";

    public override string DayLabel => "First day";

    public IReadOnlyList<Choice> Patterns { get; private set; } = [];

    /// <summary>Every day that the pattern falls on; null while the questions are asked.</summary>
    public IReadOnlyList<SeriesDay>? Days { get; private set; }

    public bool IsToCheck => Days is not null;

    public IReadOnlyList<Choice> Free =>
    [
        .. (Days ?? []).Where(day => day.LeftOut is null).Select(day => new Choice(ValueOf(day), Labels.Sentence(When(day.StartsAt)), day.Warning)),
    ];

    public IEnumerable<SeriesDay> LeftOut => (Days ?? []).Where(day => day.LeftOut is not null);

    public string LengthInWords => Words.Length(Plan.Minutes);

    public string PatternInWords => Patterns.Single(choice => choice.Value == Pattern).Text;

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
        Series is { Appointments.Length: > 0 } series ? [(null, series)] : [];

    private SeriesPlan Plan { get; set; } = new(default, default, default, 0);

    /// <summary>What is ticked, as a command; null while the questions are asked.</summary>
    private AppointmentCommand.ScheduleSeries? Series { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Change)
        {
            ModelState.Clear();
            return await ShowAgain(StatusCodes.Status200OK);
        }

        var first = ReadBooking();
        var pattern = Read.Choice<SeriesPattern>(nameof(Pattern), Pattern, "how often");
        if (ModelState.IsValid && !(await preview.Patterns(Reference, Condition ?? "", Cancellation)).Contains(pattern))
        {
            Read.Fault(nameof(Pattern), FaultWording.Choose("how often"));
        }

        if (ModelState.IsValid && first.StartsAt <= Now)
        {
            Read.Fault(nameof(Day), $"{When(first.StartsAt)} is in the past. Enter a first day that is still to come");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAgain(StatusCodes.Status422UnprocessableEntity);
        }

        var local = first.StartsAt.InZone(WorkingCalendar.Zone);
        Plan = new SeriesPlan(pattern, local.Date, local.TimeOfDay, first.Minutes);
        if (await preview.Of(Reference, Condition ?? "", Plan, By, Now, Cancellation) is not Reply<IReadOnlyList<SeriesDay>>.Given { Value: var days })
        {
            // The page says by itself that this can no longer be done.
            return await ShowAgain(StatusCodes.Status422UnprocessableEntity);
        }

        Days = days;
        if (!Checked)
        {
            Times = [.. days.Where(day => day is { LeftOut: null, Warning: null }).Select(ValueOf)];
            Series = CommandOf(first);
            ModelState.Clear();
            return await ShowAgain(StatusCodes.Status200OK);
        }

        var series = CommandOf(first);
        Series = series;
        if (series.Appointments is [])
        {
            Read.Fault(nameof(Times), FaultWording.Choose($"the {Thing.ToLowerInvariant()}s to book"));
        }

        return await Run(() => series, Done(series), FieldOfSeries);
    }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        Patterns =
        [
            .. (await preview.Patterns(Reference, Condition ?? "", Cancellation)).Select(pattern => pattern switch
            {
                SeriesPattern.EachPeriod => new Choice(nameof(SeriesPattern.EachPeriod), "As agreed", "One in each period that needs one: every week at first, then every 2 weeks."),
                SeriesPattern.EveryWeek => new Choice(nameof(SeriesPattern.EveryWeek), "Every week"),
                _ => new Choice(nameof(SeriesPattern.EveryTwoWeeks), "Every 2 weeks"),
            }),
        ];
        return await base.Prepare();
    }

    protected override void Begin()
    {
        base.Begin();
        Pattern = Patterns is [var best, ..] ? best.Value : null;
    }

    private static string ValueOf(SeriesDay day) => InstantPattern.General.Format(day.StartsAt);

    private string Done(AppointmentCommand.ScheduleSeries booked) => booked.Appointments switch
    {
        [] => "",
        [var only] => $"{Thing} booked for {When(only.StartsAt)}.",
        [var first, .., var last] => $"{booked.Appointments.Length} {Thing.ToLowerInvariant()}s booked, from {When(first.StartsAt)} to {When(last.StartsAt)}.",
    };

    /// <summary>A ticked time that was taken meanwhile is among them, so that the refusal says so.</summary>
    private AppointmentCommand.ScheduleSeries CommandOf(Booked first)
    {
        var ticked = Days!.Where(day => Times.Contains(ValueOf(day), StringComparer.Ordinal)).ToArray();
        return new AppointmentCommand.ScheduleSeries(
            Condition ?? "",
            [.. ticked.Select(day => new SeriesAppointment($"{NewId}-{LocalDatePattern.Iso.Format(day.Day)}", day.StartsAt))],
            first.Minutes,
            first.Place,
            ConfirmUnusualTime: ticked.Any(day => day.Warning is not null));
    }

    private static string? FieldOfSeries(string code) => code is RefusalCode.ValueOutOfRange ? nameof(Length) : nameof(Times);
}

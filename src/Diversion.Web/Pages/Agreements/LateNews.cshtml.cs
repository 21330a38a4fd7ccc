using Diversion.Casework.Access;
using Diversion.Casework.Conditions;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Steps;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>Violence, or the outcome of a meeting or session, that became known after the end of the agreement.</summary>
public sealed class LateNewsModel : RecordPage
{
    public const int LongestText = 4_000;

    private const string Violence = "violence";
    private const string OfAttendance = "attendance";

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Appointment { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>After the end no evidence is awaited any more.</summary>
    public static IReadOnlyList<Choice> Outcomes => AttendanceChoices.Final;

    public IReadOnlyList<Choice> Kinds =>
    [
        .. MayReportViolence(By) ? [new Choice(Violence, "Violence", Reveals: "violence")] : (Choice[])[],
        .. MayReportAttendance(By) && Appointments.Count > 0
            ? [new Choice(OfAttendance, "The outcome of a meeting or session", Reveals: "attendance")]
            : (Choice[])[],
    ];

    public IReadOnlyList<Choice> Appointments =>
    [
        .. Held.Select(pair => new Choice(
            $"{pair.Condition.Id}/{pair.One.Id}",
            $"{Labels.Sentence(pair.Condition.Title)}, {Service<When>().Moment(pair.One.StartsAt)}, {Labels.Of(pair.One.Status).Text.ToLowerInvariant()}")),
    ];

    /// <summary>Whether the viewer's role may report anything on this page.</summary>
    public static bool MayReport(Actor by) => MayReportViolence(by) || MayReportAttendance(by);

    private IEnumerable<(ConditionView Condition, AppointmentView One)> Held => Agreement.Conditions
        .SelectMany(condition => (condition.Appointments ?? []).Select(one => (Condition: condition, One: one)))
        .Where(pair => pair.One.Status != AppointmentStatus.Superseded && pair.One.StartsAt <= Now)
        .OrderByDescending(pair => pair.One.StartsAt);

    public async Task<IActionResult> OnPostAsync()
    {
        var reason = Read.Text(nameof(Reason), Reason, "what happened", LongestText);
        AgreementCommand? command = null;
        switch (Kind)
        {
            case Violence:
                command = new BreachCommand.RecordViolence(FormKey ?? "", Read.Date(nameof(Day), Day, "the day of the violence"));
                break;
            case OfAttendance:
                var attendance = Read.Choice<Attendance>(nameof(Chosen), Chosen, "what happened there");
                var parts = (Appointment ?? "").Split('/');
                if (parts.Length != 2)
                {
                    Read.Fault(nameof(Appointment), FaultWording.Choose("the meeting or session"));
                    break;
                }

                command = new AppointmentCommand.RecordAttendance(parts[0], parts[1], attendance);
                break;
            default:
                Read.Fault(nameof(Kind), FaultWording.Choose("what you report"));
                break;
        }

        return await Run(() => command! with { Reason = reason }, "It was recorded. A programme lead looks at it. The status does not change.", null, FieldOf);
    }

    protected override ValueTask<IActionResult?> Prepare() => new(
        !MayReport(By) ? NotForRole()
        : Agreement is { Ended: true, Term: not null } ? null
        : Gone());

    private static bool MayReportViolence(Actor by) => AccessPolicy.IsForRole<BreachCommand.RecordViolence>(by);

    private static bool MayReportAttendance(Actor by) => AccessPolicy.IsForRole<AppointmentCommand.RecordAttendance>(by);

    private string? FieldOf(string code) => code switch
    {
        RefusalCode.ReasonMissing => nameof(Reason),
        _ => Kind == Violence ? nameof(Day) : nameof(Appointment),
    };
}

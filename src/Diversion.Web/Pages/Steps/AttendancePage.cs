using Diversion.Casework.Actions;
using Diversion.Casework.Conditions;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Steps;

/// <summary>
/// Asks for the outcome of a meeting or session; for reparation also for its hours, with the credit computed by the domain.
/// </summary>
public abstract class AttendancePage : ActionPage
{
    public const int LongestText = 4_000;

    [BindProperty(SupportsGet = true)]
    public string? Chosen { get; set; }

    [BindProperty(SupportsGet = true)]
    public TypedLength Attended { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public TypedLength TakenOff { get; set; } = new();

    [BindProperty]
    public string? Grade { get; set; }

    /// <summary>What the session would add, as text; null until it was computed.</summary>
    public string? Credit { get; private set; }

    public AppointmentView? Appointment => AboutCondition?.Appointments?.FirstOrDefault(one => one.Id == Item);

    public bool IsWork => AboutCondition?.Hours is not null;

    public bool IsMeeting => AboutCondition?.Meetings is not null;

    /// <summary>The address for recording it, used also by the page that shows the credit.</summary>
    public string Address => Request.Path + (From == FromWork ? $"?from={FromWork}" : "");

    /// <summary>The address for computing the credit.</summary>
    public string CreditAddress => $"{Address}{(From == FromWork ? "&" : "?")}handler=credit";

    public abstract IReadOnlyList<Choice> Outcomes { get; }

    public static IReadOnlyList<Choice> Grades { get; } = [.. Enum.GetValues<SessionGrade>().Select(grade => new Choice(grade.ToString(), Labels.Of(grade)))];

    /// <summary>The command without its texts.</summary>
    protected abstract AppointmentCommand Make(Attendance attendance, int? attended, int? penalty, SessionGrade? grade);

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => Outcomes
        .Where(choice => !choice.Disabled)
        .Select(choice => ((string?)choice.Text, (AgreementCommand)Make(Enum.Parse<Attendance>(choice.Value), null, null, null)));

    /// <summary>The same for users with script, while they type.</summary>
    public async Task<IActionResult> OnGetCreditAsync() => Content(await WorkOut() ?? "", "text/plain; charset=utf-8");

    /// <summary>Shows the credit without recording anything.</summary>
    public async Task<IActionResult> OnPostCreditAsync()
    {
        Credit = await WorkOut();
        return await ShowAgain(ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    protected AppointmentCommand ReadCommand() => Make(
        Read.Choice<Attendance>(nameof(Chosen), Chosen, "what happened"),
        Attended.ReadOptional(Read, nameof(Attended), "the time attended"),
        TakenOff.ReadOptional(Read, nameof(TakenOff), "the time taken off"),
        string.IsNullOrEmpty(Grade) ? null : Read.Choice<SessionGrade>(nameof(Grade), Grade, "how the session went"));

    /// <summary>The field that a refusal is about.</summary>
    protected virtual string? FieldOf(string code) => code switch
    {
        RefusalCode.MinutesBeyondSession => nameof(Attended),
        RefusalCode.PenaltyBeyondAttended => nameof(TakenOff),
        RefusalCode.AppointmentNotYet or RefusalCode.MinutesWithAbsence or RefusalCode.AppointmentOverlaps => nameof(Chosen),
        _ => null,
    };

    private async ValueTask<string?> WorkOut()
    {
        var command = ReadCommand();
        if (!ModelState.IsValid)
        {
            return null;
        }

        var reply = await Service<CreditPreview>().Of(
            new AgreementId(Reference), command with { By = By, At = Now, Reason = "To work out the credit." }, Cancellation);
        return CreditWording.Of(reply);
    }
}

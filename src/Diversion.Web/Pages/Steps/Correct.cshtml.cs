using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Steps;

/// <summary>Corrects a recorded outcome.</summary>
public sealed class CorrectModel : AttendancePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public override string Command => CommandCatalogue.NameOf<AppointmentCommand.CorrectAttendance>();

    public override string Button => "Correct the outcome";

    /// <summary>If the outcome stays the same, only its hours can be corrected.</summary>
    public override IReadOnlyList<Choice> Outcomes =>
        [.. AttendanceChoices.Final.Where(choice => IsWork || choice.Value != Appointment?.Status.ToString())];

    public Task<IActionResult> OnPostAsync()
    {
        var command = ReadCommand();
        var reason = Read.Text(nameof(Reason), Reason, "the reason", LongestText);
        return Run(() => command with { Reason = reason }, "The outcome was corrected.", FieldOf);
    }

    protected override AppointmentCommand Make(Attendance attendance, int? attended, int? penalty, SessionGrade? grade) =>
        new AppointmentCommand.CorrectAttendance(Condition ?? "", Item ?? "", attendance, attended, penalty, grade);
}

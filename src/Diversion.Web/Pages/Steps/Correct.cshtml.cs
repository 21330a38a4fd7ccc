using Diversion.Domain.Appointments;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Steps;

/// <summary>Puts a recorded outcome right.</summary>
public sealed class CorrectModel : AttendancePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public override string Command => "correct-attendance";

    public override string Button => "Correct the outcome";

    public override IReadOnlyList<Choice> Outcomes => AttendanceChoices.Final;

    public Task<IActionResult> OnPostAsync()
    {
        var command = ReadCommand();
        var reason = Read.Text(nameof(Reason), Reason, "the reason", LongestText);
        return Run(() => command with { Reason = reason }, "The outcome was corrected.");
    }

    protected override AppointmentCommand Make(Attendance attendance, int? attended, int? penalty, SessionGrade? grade) =>
        new AppointmentCommand.CorrectAttendance(Condition ?? "", Item ?? "", attendance, attended, penalty, grade);
}

using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Steps;

/// <summary>Records what came of a meeting or session.</summary>
public sealed class AttendanceModel : AttendancePage
{
    [BindProperty]
    public string? MinutesLate { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public override string Command => "record-attendance";

    public override string Button => "Record the outcome";

    /// <summary>Why most outcomes cannot be recorded yet; null when they can.</summary>
    public string? NotYet { get; private set; }

    public override IReadOnlyList<Choice> Outcomes =>
    [
        .. AttendanceChoices.All.Select(choice => choice with { Disabled = NotYet is not null && choice.Value != nameof(Attendance.CancelledByService) }),
    ];

    public Task<IActionResult> OnPostAsync()
    {
        var command = ReadCommand() as AppointmentCommand.RecordAttendance;
        var late = ReadMinutes(nameof(MinutesLate), MinutesLate, "the minutes late");
        var note = Read.OptionalText(nameof(Note), Note, "the note", LongestText);
        return Run(() => command! with { MinutesLate = late, Note = note }, "The outcome was recorded.");
    }

    protected override AppointmentCommand Make(Attendance attendance, int? attended, int? penalty, SessionGrade? grade) =>
        new AppointmentCommand.RecordAttendance(Condition ?? "", Item ?? "", attendance, MinutesAttended: attended, PenaltyMinutes: penalty, Grade: grade);

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var other = await base.Prepare();
        if (other is null && Action is not null)
        {
            var attended = Make(Attendance.Attended, null, null, null) with { By = By, At = Now };
            var refusal = await Service<CommandDryRun>().Of(new AgreementId(Reference), attended, Cancellation);
            NotYet = refusal?.Code == RefusalCode.AppointmentNotYet ? RefusalWording.Of(refusal) : null;
        }

        return other;
    }
}

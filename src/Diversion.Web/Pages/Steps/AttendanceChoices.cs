using Diversion.Domain.Appointments;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Steps;

/// <summary>The possible outcomes of a meeting or session, and what each means for the person.</summary>
internal static class AttendanceChoices
{
    public static readonly IReadOnlyList<Choice> All =
    [
        Of(Attendance.Attended),
        Of(Attendance.Late, "It counts as attended."),
        Of(Attendance.MissedAcceptable, "It does not count against the person."),
        Of(Attendance.MissedUnacceptable, "It counts as a failure at once, and may bring a warning."),
        Of(Attendance.EvidenceAwaited, "The person says there was a good reason and will show it. If no evidence comes in time, the absence is unexcused."),
        Of(Attendance.CancelledByService, "It never counts against the person."),
    ];

    /// <summary>A correction is final: no evidence is awaited any more.</summary>
    public static readonly IReadOnlyList<Choice> Final = [.. All.Where(choice => choice.Value != nameof(Attendance.EvidenceAwaited))];

    private static Choice Of(Attendance attendance, string? hint = null) => new(attendance.ToString(), Labels.Of(attendance), hint);
}

using Diversion.Casework.Actions;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Steps;

/// <summary>Records the outcome of a meeting or session.</summary>
public sealed class AttendanceModel : AttendancePage
{
    public const string Ticked = "yes";

    private const int MostMinutesLate = 24 * 60;

    [BindProperty]
    public string? MinutesLate { get; set; }

    /// <summary>The meeting was held by those who supervise for us.</summary>
    [BindProperty]
    public string? Elsewhere { get; set; }

    /// <summary>Whether what the person told us before is accepted; empty when that is not asked, or not judged now.</summary>
    [BindProperty]
    public string? Accepted { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    private readonly HashSet<string> tooEarly = [];

    public override string Command => CommandCatalogue.NameOf<AppointmentCommand.RecordAttendance>();

    /// <summary>Values of <see cref="Accepted"/>.</summary>
    public static IReadOnlyList<Choice> Judgements { get; } = [new(Ticked, "Yes, I accept it"), new("no", "No, I do not accept it")];

    /// <summary>What the person told us before about not coming; null when they told nothing.</summary>
    public AbsenceNotice? Notice => Appointment?.Notice;

    public override string Button => "Record the outcome";

    /// <summary>Why most outcomes cannot be recorded yet; null when they can.</summary>
    public string? NotYet { get; private set; }

    /// <summary>Nobody can have attended yet: there are no minutes and no hours to record.</summary>
    public bool IsTooEarly => tooEarly.Contains(nameof(Domain.Appointments.Attendance.Attended));

    /// <summary>The force or service that may have held the meeting for us; null when none may.</summary>
    public string? HeldByOthers =>
        IsMeeting && Appointment is { } meeting && Agreement.CourtesySupervision is { } courtesy && courtesy.Covers(WorkingCalendar.DateOf(meeting.StartsAt)) ? courtesy.Organisation : null;

    public override IReadOnlyList<Choice> Outcomes =>
    [
        .. AttendanceChoices.All.Select(choice => choice with { Disabled = tooEarly.Contains(choice.Value) }),
    ];

    public Task<IActionResult> OnPostAsync()
    {
        var command = ReadCommand() as AppointmentCommand.RecordAttendance;
        var late = string.IsNullOrWhiteSpace(MinutesLate) ? (int?)null : Read.Number(nameof(MinutesLate), MinutesLate, "the minutes late", 0, MostMinutesLate);
        var note = Read.OptionalText(nameof(Note), Note, "the note", LongestText);

        // It is asked beside the outcomes, and about an absence alone.
        var accepted = string.IsNullOrEmpty(Accepted) || command?.Attendance is not (Domain.Appointments.Attendance.MissedAcceptable or Domain.Appointments.Attendance.MissedUnacceptable)
            ? (bool?)null
            : Accepted == Ticked;
        return Run(() => command! with { MinutesLate = late, Note = note, HeldElsewhere = Elsewhere == Ticked, NoticeAccepted = accepted }, "The outcome was recorded.", FieldOf);
    }

    protected override string? FieldOf(string code) => code switch
    {
        RefusalCode.CancellationUnexplained => nameof(Note),
        RefusalCode.NoticeNotJudged or RefusalCode.NoticeContradicted => nameof(Accepted),
        RefusalCode.CourtesyNone or RefusalCode.CourtesyNotTheirs => nameof(Elsewhere),
        RefusalCode.ValueOutOfRange => nameof(MinutesLate),
        _ => base.FieldOf(code),
    };

    protected override AppointmentCommand Make(Attendance attendance, int? attended, int? penalty, SessionGrade? grade) =>
        new AppointmentCommand.RecordAttendance(Condition ?? "", Item ?? "", attendance, MinutesAttended: attended, PenaltyMinutes: penalty, Grade: grade);

    /// <summary>Each with the judgement that belongs to it.</summary>
    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => Notice is null
        ? base.Alternatives
        : base.Alternatives.Select(one => (one.Answer, (AgreementCommand)Judged((AppointmentCommand.RecordAttendance)one.Command)));

    private static AppointmentCommand.RecordAttendance Judged(AppointmentCommand.RecordAttendance outcome) => outcome.Attendance switch
    {
        Domain.Appointments.Attendance.MissedAcceptable => outcome with { NoticeAccepted = true },
        Domain.Appointments.Attendance.MissedUnacceptable => outcome with { NoticeAccepted = false },
        _ => outcome,
    };

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var other = await base.Prepare();
        if (other is null && Action is not null)
        {
            foreach (var attendance in Enum.GetValues<Attendance>())
            {
                var refusal = await Service<CommandDryRun>().Of(
                    new AgreementId(Reference), Make(attendance, null, null, null) with { By = By, At = Now }, Cancellation);
                if (refusal?.Code == RefusalCode.AppointmentNotYet)
                {
                    NotYet ??= RefusalWording.Of(refusal);
                    tooEarly.Add($"{attendance}");
                }
            }
        }

        return other;
    }
}

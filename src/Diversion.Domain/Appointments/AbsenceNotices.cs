using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Time;

namespace Diversion.Domain.Appointments;

/// <summary>Keeps that the person told us before an appointment that they cannot come, and asks for it to be judged.</summary>
internal static class AbsenceNotices
{
    public static Refusal? Record(DecisionContext context, AppointmentCondition condition, AppointmentCommand.RecordAbsenceNotice command)
    {
        if (condition.AppointmentOrNull(command.AppointmentId) is not { } appointment)
        {
            return AppointmentDecider.NoAppointment();
        }

        if (!Enum.IsDefined(command.How))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say how the person told us (how).") { Field = "how" };
        }

        var said = PlainText.Clean(command.Said ?? "", lines: true);
        if (said.Length == 0)
        {
            return new Refusal.Invalid(RefusalCode.TextMissing, "Say why the person cannot come (said).") { Field = "said" };
        }

        if (appointment.Notice is { } known && known.How == command.How && known.GivenAt == command.GivenAt && known.Said == said)
        {
            return null;
        }

        if (appointment.Status != AppointmentStatus.Scheduled)
        {
            return new Refusal.WrongState(
                RefusalCode.AppointmentSettled, $"This appointment is {Words.Of(appointment.Status)}. Only for one that is still to come can somebody say that they cannot come.");
        }

        // What somebody says after the start is an explanation, not notice.
        if (context.Now >= appointment.StartsAt)
        {
            return new Refusal.WrongState(
                RefusalCode.AppointmentBegun,
                $"This appointment began at {Words.Moment(appointment.StartsAt)}. Record its outcome, and write in the note what the person told you, and when.");
        }

        if (command.GivenAt > context.Now)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Moment(command.GivenAt)} is in the future. Record it when they have told us.") { Field = "givenAt" };
        }

        var from = context.State.Term!.SignedOn;
        if (WorkingCalendar.DateOf(command.GivenAt) < from)
        {
            return new Refusal.Invalid(
                RefusalCode.DateTooOld, $"{Words.Moment(command.GivenAt)} is before {Words.Date(from)}, when the agreement was signed. Check the date and the time.") { Field = "givenAt" };
        }

        context.Raise(new AppointmentEvent.AbsenceNoticeGiven(condition.Id, appointment.Id, appointment.StartsAt, command.How, command.GivenAt, said));
        return null;
    }

    /// <summary>Who records an absence of which we were told judges what we were told; who waits for proof judges both together, later.</summary>
    public static Refusal? Judgement(Appointment appointment, Attendance attendance, bool? accepted) => (appointment.Notice, accepted) switch
    {
        ({ }, null) when attendance is Attendance.MissedAcceptable or Attendance.MissedUnacceptable => new Refusal.Invalid(
            RefusalCode.NoticeNotJudged, "The person told us before that they could not come. Say whether you accept that (noticeAccepted), or record that you wait for proof.") { Field = "noticeAccepted" },
        (_, null) => null,
        (null, _) => new Refusal.Invalid(
            RefusalCode.NoticeNotGiven, "Nobody has recorded that the person told us before. Leave out whether it is accepted (noticeAccepted).") { Field = "noticeAccepted" },
        (_, true) when attendance == Attendance.MissedUnacceptable => new Refusal.RuleForbids(
            RefusalCode.NoticeContradicted, "An absence is acceptable when you accept what the person told us before. Record it so, or do not accept what they told us."),
        _ when attendance is Attendance.MissedAcceptable or Attendance.MissedUnacceptable => null,
        _ => new Refusal.Invalid(
            RefusalCode.NoticeNotGiven, "What the person told us before is judged only with an absence. Leave it out (noticeAccepted), or record that they missed it.") { Field = "noticeAccepted" },
    };
}

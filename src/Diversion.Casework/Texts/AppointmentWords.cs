using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;

namespace Diversion.Casework.Texts;

/// <summary>Sentences for meetings, sessions and what happens to conditions of every kind.</summary>
internal static class AppointmentWords
{
    public static string Of(AppointmentEvent happened) => happened switch
    {
        AppointmentEvent.AppointmentScheduled { Supersedes: null } e => $"An appointment for {On(e.ConditionId)} was booked for {Wording.At(e.StartsAt)}, {Words.Length(e.Minutes)}.",
        AppointmentEvent.AppointmentScheduled e => $"An appointment for {On(e.ConditionId)} was moved to {Wording.At(e.StartsAt)}, {Words.Length(e.Minutes)}.",
        AppointmentEvent.ParticipantReminded e => e.Sent
            ? $"The participant was reminded of the appointment of {Wording.At(e.StartsAt)}{(e.ByText ? " by text" : "")}."
            : $"No reminder of the appointment of {Wording.At(e.StartsAt)} was sent: too late, or no consent to contact.",
        AppointmentEvent.AbsenceNoticeGiven e => $"The person told us {Words.Of(e.How)} on {Wording.At(e.GivenAt)} that they cannot come to the appointment for {On(e.ConditionId)} on {Wording.At(e.StartsAt)}.",
        AppointmentEvent.AttendanceRecorded e => $"Attendance for {On(e.ConditionId)} was recorded: {Outcome(e.Attendance)}{Credit(e.CreditedMinutes)}{Until(e)}{(e.HeldBy is { } by ? $". It was held by {by} and recorded on their word" : "")}{Notice(e.NoticeAccepted)}.",
        AppointmentEvent.EvidenceRecorded e => $"Evidence for an absence from {On(e.ConditionId)} was found {(e.Acceptable ? "acceptable" : "not acceptable")}.",
        AppointmentEvent.EvidenceNotProvided e => $"No evidence came for an absence from {On(e.ConditionId)}; the absence is unacceptable.",
        AppointmentEvent.AttendanceCorrected e => $"Attendance for {On(e.ConditionId)} was corrected: {Outcome(e.Attendance)}{Credit(e.CreditedMinutes)}.",
        _ => throw Wording.Missing(happened),
    };

    /// <param name="readsWhy">Whoever reads no notes is told that and when, and not why.</param>
    public static string ToldBefore(AbsenceNotice notice, bool readsWhy) =>
        $"The person told us before, {Words.Of(notice.How)} on {Wording.At(notice.GivenAt)}. {notice.Accepted switch
        {
            true => "That was accepted.",
            false => "That was not accepted.",
            null => "Nobody has judged that.",
        }}{(readsWhy ? $"\n{notice.Said}" : "")}";

    public static string Of(ConditionEvent happened) => happened switch
    {
        ConditionEvent.ConditionKept e => $"The condition {On(e.ConditionId)} was kept.",
        ConditionEvent.ConditionWaived e => $"The condition {On(e.ConditionId)} was waived.",
        ConditionEvent.ConditionSubstituted e => $"The condition {On(e.ConditionId)} was replaced by {On(e.Successor)}.",
        ConditionEvent.ConditionFailed e => $"The condition {On(e.ConditionId)} failed through {(e.Cause == FailureCause.Service ? "the service; it does not count against the person" : "the participant")}. A lead settles it by {Wording.At(e.Settle.Due)}.",
        ConditionEvent.ConditionReopened e => $"The condition {On(e.ConditionId)} is open again: it was kept by an outcome that has been corrected.",
        ConditionEvent.ObligationRenewed e => $"Due again by {Wording.At(e.Deadline.Due)}: {Again(e.Deadline.Rule)}.",
        ConditionEvent.ConditionBlocked e => $"The condition {On(e.ConditionId)} cannot be kept as agreed. Nobody is at fault. A lead settles it by {Wording.At(e.Settle.Due)}.",
        _ => throw Wording.Missing(happened),
    };

    private static string On(string conditionId) => ConditionWords.Of(conditionId);

    private static string Outcome(Attendance attendance) => attendance switch
    {
        Attendance.Attended => "attended",
        Attendance.Late => "attended late",
        Attendance.MissedAcceptable => "missed for an acceptable reason",
        Attendance.MissedUnacceptable => "missed without an acceptable reason",
        Attendance.EvidenceAwaited => "missed, evidence is awaited",
        Attendance.CancelledByService => "cancelled by the service",
        _ => Words.Of(attendance),
    };

    private static string Again(string rule) => rule switch
    {
        RuleIds.AppointmentOutcome => "the outcome of an appointment",
        _ => ConditionDescriptors.TaskOf(rule)?.Again ?? "what was thought to be done",
    };

    private static string Credit(int minutes) => minutes > 0 ? $", {Words.Length(minutes)} credited" : "";

    private static string Notice(bool? accepted) => accepted switch
    {
        true => ". What they told us before was accepted",
        false => ". What they told us before was not accepted",
        null => "",
    };

    private static string Until(AppointmentEvent.AttendanceRecorded e) => e.EvidenceUntil is { } until ? $" until {Wording.At(until)}" : "";
}

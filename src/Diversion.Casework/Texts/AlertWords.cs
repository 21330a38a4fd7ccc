using Diversion.Domain.Agreements;

namespace Diversion.Casework.Texts;

/// <summary>What a lead must see at once, as text.</summary>
public static class AlertWords
{
    public static string Of(AlertKind kind) => kind switch
    {
        AlertKind.Arrest => "Arrested",
        AlertKind.TagEventAfterEnding => "The tag feed still runs after the ending",
        AlertKind.ChargeByApproaching => "The charge-by date is near and a breach is undecided",
        AlertKind.RecordsMissingAfterEnd => "Records are still missing after the end",
        AlertKind.MessageUndelivered => "A message could not be delivered",
        AlertKind.ConditionReopened => "A kept condition is open again",
        AlertKind.CustodyNotice => "A custody notice to read",
        AlertKind.CustodyNoticeCorrected => "A custody notice was corrected",
        AlertKind.LateNews => "Late news after the end of the agreement",
        AlertKind.FailureTakenBack => "A failure that counted was taken back",
        AlertKind.WarningContested => "The person contests a warning",
        AlertKind.ComplaintForLead => "A complaint for a lead to answer",
        AlertKind.ExitPlanMissing => "Completed without an exit plan",
        AlertKind.AnswerAfterDecision => "The person answered after the breach was decided",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this."),
    };

    /// <summary>What a lead does about it.</summary>
    public static string Advice(AlertKind kind) => kind switch
    {
        AlertKind.Arrest => "Ask custody for the result. A charge or an admission proposes a breach automatically. The agreement cannot be completed until the arrest has a result, or you settle it with a reason.",
        AlertKind.TagEventAfterEnding => "Ask the monitoring provider to stop the feed and take the tag off. Then acknowledge this.",
        AlertKind.ChargeByApproaching => "Decide the breach now: after the charge-by date no charge can be brought.",
        AlertKind.RecordsMissingAfterEnd => "Get the missing records completed, or waive what cannot be settled. This alert comes back until then.",
        AlertKind.ConditionReopened => "Read the correction on the timeline and see what must be done again. Then acknowledge this.",
        AlertKind.CustodyNotice => "Read the notice on the timeline. Nothing happens automatically: decide whether something must be done, then acknowledge this.",
        AlertKind.CustodyNoticeCorrected => "Read on the timeline what has changed. A breach that was proposed because of it stays for you to decide. Then acknowledge this.",
        AlertKind.LateNews => "Read on the timeline what happened within the term. The status does not change. Decide whether the police must know, and say so when you acknowledge this.",
        AlertKind.MessageUndelivered => "Find out why it failed, correct that and try again. Or tell the person another way and acknowledge this.",
        AlertKind.FailureTakenBack => "Read on the timeline who excused it or corrected the attendance, and why. A warning that it brought fell with it. If that is wrong, have it corrected. Then acknowledge this.",
        AlertKind.WarningContested => "Read on the case what the person says. A sergeant or a lead who did not give the warning decides whether it stays; whoever gave it may withdraw it.",
        AlertKind.ComplaintForLead => "Read the complaint on the case, acknowledge it to who made it, and answer it.",
        AlertKind.ExitPlanMissing => "Ask the key worker what goes on for the person and with whom, and have the exit plan agreed now. If the person wants none, acknowledge this.",
        AlertKind.AnswerAfterDecision => "Read the answer on the case. The decision does not change. Decide whether the police must know, then acknowledge this.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this."),
    };
}

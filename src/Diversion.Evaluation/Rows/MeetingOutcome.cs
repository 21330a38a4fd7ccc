namespace Diversion.Evaluation.Rows;

/// <summary>What became of a meeting. One that was cancelled by the service never counts against the person.</summary>
public enum MeetingOutcome
{
    Attended,
    Late,
    MissedWithGoodReason,
    Missed,
    CancelledByService,
}

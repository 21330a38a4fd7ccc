using Diversion.Domain.Agreements;

namespace Diversion.Casework.Queries;

/// <summary>What a lead must see at once, in words.</summary>
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
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this."),
    };

    /// <summary>What a lead does about it.</summary>
    public static string Advice(AlertKind kind) => kind switch
    {
        AlertKind.Arrest => "Ask custody what came of it. A charge or an admission proposes a breach by itself. Then acknowledge this.",
        AlertKind.TagEventAfterEnding => "Ask the monitoring provider to stop the feed and take the tag off. Then acknowledge this.",
        AlertKind.ChargeByApproaching => "Decide the breach now: after the charge-by date no charge can be brought.",
        AlertKind.RecordsMissingAfterEnd => "Have the missing records made, or waive what cannot be settled. It comes back until that is done.",
        AlertKind.ConditionReopened => "Read the correction on the timeline and what is to be done again. Then acknowledge this.",
        AlertKind.MessageUndelivered => "Look why it failed, put that right and try it again, or tell the person another way and acknowledge this.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this."),
    };
}

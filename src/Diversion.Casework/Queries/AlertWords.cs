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
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this."),
    };
}

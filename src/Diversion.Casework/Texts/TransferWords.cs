using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Transfers;

namespace Diversion.Casework.Texts;

/// <summary>Sentences for a case that goes to others, or that others do a part of.</summary>
internal static class TransferWords
{
    /// <summary>Whose the charge-by date is.</summary>
    public static string ChargeBy(HandOver handed) => handed.IsConfirmed
        ? $"The charge-by date is {handed.Organisation}’s to watch."
        : $"Until {handed.Organisation} confirms that they have the case, the charge-by date is this programme’s to watch.";

    public static string Of(TransferEvent happened) => happened switch
    {
        TransferEvent.TeamAsked e => $"{e.Team} was asked to take the case, and answers by {Wording.At(e.Answer.Due)}.",
        TransferEvent.TeamDeclined e => $"{e.Team} does not take the case.",
        TransferEvent.TeamNoLongerAsked e => $"{e.Team} is not asked any more to take the case.",
        TransferEvent.CourtesySupervisionArranged e => $"{e.Organisation} supervises for us from {Words.Date(e.From)} to the end of {Words.Date(e.Until)}. The key worker asks there how it goes by {Wording.At(e.Review.Due)}.",
        TransferEvent.CourtesySupervisionReviewed { Next: { } next } => $"Those who supervise for us said how it goes. They are asked again by {Wording.At(next.Due)}.",
        TransferEvent.CourtesySupervisionReviewed => "Those who supervise for us said how it goes.",
        TransferEvent.CourtesySupervisionEnded => "The courtesy supervision ended: the key worker meets the person again.",
        TransferEvent.TransferredOut e => $"The case was handed over to {e.Organisation}. A lead records that they have it by {Wording.At(e.Confirm.Due)}; until then the charge-by date is watched here.",
        TransferEvent.TransferTakenBack => "The case was taken back, before the other side had confirmed. It runs here again.",
        TransferEvent.TransferConfirmed => "The other side confirmed that they have the case. It is theirs, and so is the charge-by date.",
        TransferEvent.TransferReceived e => $"The case came from {e.From}, where everything before this was recorded ({Wording.Count(e.Events, "event")}). It runs here now: key worker {e.KeyWorker.Name}, police officer {e.Officer.Name}.",
        _ => throw Wording.Missing(happened),
    };
}

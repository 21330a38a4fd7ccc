using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Transfers;

namespace Diversion.Casework.Texts;

/// <summary>Sentences for a case that goes to others, or that others do a part of.</summary>
internal static class TransferWords
{
    public static string Of(TransferEvent happened) => happened switch
    {
        TransferEvent.TeamAsked e => $"{e.Team} was asked to take the case, and answers by {Wording.At(e.Answer.Due)}.",
        TransferEvent.TeamDeclined e => $"{e.Team} does not take the case.",
        TransferEvent.TeamNoLongerAsked e => $"{e.Team} is not asked any more to take the case.",
        TransferEvent.CourtesySupervisionArranged e => $"{e.Organisation} supervises for us from {Words.Date(e.From)} to the end of {Words.Date(e.Until)}. The key worker asks there how it goes by {Wording.At(e.Review.Due)}.",
        TransferEvent.CourtesySupervisionReviewed { Next: { } next } => $"Those who supervise for us said how it goes. They are asked again by {Wording.At(next.Due)}.",
        TransferEvent.CourtesySupervisionReviewed => "Those who supervise for us said how it goes.",
        TransferEvent.CourtesySupervisionEnded => "The courtesy supervision ended: the key worker meets the person again.",
        _ => throw Wording.Missing(happened),
    };
}

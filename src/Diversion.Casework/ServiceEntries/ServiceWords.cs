using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Services;

namespace Diversion.Casework.ServiceEntries;

/// <summary>What happened to a service, as sentences for its timeline.</summary>
public static class ServiceWords
{
    public static string Of(ServiceEvent happened) => happened switch
    {
        ServiceEvent.ServiceAdded e => $"{e.Entry.Name} of {e.Entry.Organisation} was added to the directory.",
        ServiceEvent.EntryChanged e => $"The entry was changed; it is {e.Entry.Name} of {e.Entry.Organisation}.",
        ServiceEvent.ChangeRefused e => $"{e.By.Name} of {e.Organisation} tried to change the entry, which is not theirs. Nothing was changed.",
        ServiceEvent.RefusedChangesRead => "A lead read who had tried to change the entry.",
        ServiceEvent.PartnershipRecorded e => $"A partnership agreement from {Words.Date(e.Partnership.StartsOn)} was recorded; it is reviewed by {Words.Date(e.Partnership.ReviewOn)}.",
        ServiceEvent.PartnershipReviewed e => e.NextReviewOn is { } next
            ? $"The partnership agreement was reviewed; the next review is by {Words.Date(next)}."
            : "The partnership agreement was reviewed and is not continued.",
        ServiceEvent.LeadsReminded e => $"The leads were told that the partnership agreement is to be reviewed by {Wording.By(e.Due)}.",
        ServiceEvent.SlotsPublished e => $"{(e.Slots.Length == 1 ? "A time" : $"{e.Slots.Length} times")} to book: the first begins at {Words.Moment(e.Slots.Min(slot => slot.StartsAt))}.",
        ServiceEvent.SlotWithdrawn e => $"The time at {Words.Moment(e.StartsAt)} is not offered any more.",
        ServiceEvent.SlotTaken e => $"The time at {Words.Moment(e.StartsAt)} was booked.",
        ServiceEvent.SlotGivenBack e => $"The appointment at {Words.Moment(e.StartsAt)} was cancelled; the time is free again.",
        ServiceEvent.CasesFollowed => "The cases were asked about the times that they had booked or cancelled.",
        ServiceEvent.ServiceClosed => "The service was closed: nobody is referred to it any more.",
        ServiceEvent.ServiceReopened => "The service was opened again.",
        _ => throw new InvalidOperationException($"No words for {happened.GetType().Name}."),
    };
}

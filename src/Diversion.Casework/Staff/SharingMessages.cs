using Diversion.Casework.Correspondence;
using Diversion.Casework.Formatting;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain.Staff;

namespace Diversion.Casework.Staff;

/// <summary>Tells the leads that the review of a sharing agreement is due. The mail names the organisation, which is no person.</summary>
internal static class SharingMessages
{
    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent<StaffEvent> recorded, StaffState after, Programme programme) =>
        recorded.Event is StaffEvent.SharingReviewDue due && after.Sharing.FirstOrDefault(one => one.Number == due.Sharing) is { } agreed
            ? StreamMail.To(
                StaffKind.Instance, recorded, after.Leads, "sharing-review", programme, Addresses.SharingWith(agreed.Organisation),
                ("organisation", agreed.Organisation), ("purpose", SharingWords.Of(agreed.Purpose)), ("due", Wording.By(due.Due)))
            : [];
}

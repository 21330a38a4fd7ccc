using Diversion.Casework.Correspondence;
using Diversion.Casework.Formatting;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain.Services;

namespace Diversion.Casework.ServiceEntries;

/// <summary>Tells the leads that the review of a partnership agreement is due. The mail names the service, which is no person.</summary>
internal static class PartnershipMessages
{
    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent<ServiceEvent> recorded, ServiceState after, Rulebook rulebook) => recorded.Event is ServiceEvent.LeadsReminded reminded
        ? StreamMail.To(
            ServiceKind.Instance, recorded, rulebook.Programme.Leads, "partnership-review", rulebook.Programme, Addresses.Service(after.Id),
            ("service", after.Entry.Name), ("provider", after.Entry.Organisation), ("due", Wording.By(reminded.Due)))
        : [];
}

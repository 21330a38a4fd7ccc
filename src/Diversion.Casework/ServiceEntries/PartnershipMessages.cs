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
    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent<ServiceEvent> recorded, ServiceState after, Rulebook rulebook) => recorded.Event is not ServiceEvent.LeadsReminded reminded
        ? []
        :
        [
            .. rulebook.Programme.Leads.Where(Recipients.CanBeWrittenTo).DistinctBy(lead => lead.Email, StringComparer.OrdinalIgnoreCase)
                .Select((lead, place) => new OutgoingMessage.Mail($"{recorded.Stream}.{recorded.Number}.{place + 1}", lead.Email!, lead.Name, "partnership-review", new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["service"] = after.Entry.Name,
                    ["provider"] = after.Entry.Organisation,
                    ["due"] = Wording.By(reminded.Due),
                    ["link"] = rulebook.Programme.PublicUrl.AbsoluteUri.TrimEnd('/') + Addresses.Service(after.Id),
                })),
        ];
}

using Diversion.Casework.Correspondence;
using Diversion.Casework.Formatting;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain.CustodyMatches;

namespace Diversion.Casework.CustodyMatches;

/// <summary>
/// Tells the leads that a notice without a reference waits for them. The mail names neither the person nor a case: whether
/// it is about one is the question.
/// </summary>
internal static class CustodyMatchMessages
{
    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent<CustodyMatchEvent> recorded, CustodyMatch after, Rulebook rulebook) => recorded.Event switch
    {
        CustodyMatchEvent.NoticeReceived when after is { Waits: true, Notice: not null, Decide: not null } =>
            ToLeads(recorded, after, rulebook, "A custody notice has come in that gives no reference of ours. It may be about a person of ours."),
        CustodyMatchEvent.LeadsReminded when after is { Notice: not null, Decide: not null } =>
            ToLeads(recorded, after, rulebook, "A custody notice that gives no reference of ours still waits for a lead."),
        _ => [],
    };

    private static IReadOnlyList<OutgoingMessage> ToLeads(RecordedEvent<CustodyMatchEvent> recorded, CustodyMatch after, Rulebook rulebook, string news)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["news"] = news,
            ["due"] = Wording.By(after.Decide!.Due),
            ["link"] = rulebook.Programme.PublicUrl.AbsoluteUri.TrimEnd('/') + Addresses.CustodyMatch(CustodyMatchIds.Of(after.Notice!).Value),
        };
        return
        [
            .. rulebook.Programme.Leads.Where(Recipients.CanBeWrittenTo).DistinctBy(lead => lead.Email, StringComparer.OrdinalIgnoreCase)
                .Select((lead, place) => new OutgoingMessage.Mail($"{recorded.Stream}.{recorded.Number}.{place + 1}", lead.Email!, lead.Name, "custody-match", facts)),
        ];
    }
}

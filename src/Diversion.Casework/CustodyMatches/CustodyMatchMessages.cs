using Diversion.Casework.Correspondence;
using Diversion.Casework.Formatting;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain.CustodyMatches;

namespace Diversion.Casework.CustodyMatches;

/// <summary>
/// Tells the leads that a notice without a reference waits for them, or that its case could not take it. The mail names
/// neither the person nor a case.
/// </summary>
internal static class CustodyMatchMessages
{
    public static IReadOnlyList<OutgoingMessage> For(RecordedEvent<CustodyMatchEvent> recorded, CustodyMatch after, Rulebook rulebook) => recorded.Event switch
    {
        CustodyMatchEvent.NoticeReceived when after is { Waits: true, Notice: not null, Decide: not null } =>
            ToLeads(recorded, after, rulebook, "custody-match", ToDecide(after, "A custody notice has come in that gives no reference of ours. It may be about a person of ours.")),
        CustodyMatchEvent.LeadsReminded when after is { Notice: not null, Decide: not null } =>
            ToLeads(recorded, after, rulebook, "custody-match", ToDecide(after, "A custody notice that gives no reference of ours still waits for a lead.")),
        CustodyMatchEvent.NoticePassedOn { Refusal: not null } when after.Notice is not null => ToLeads(recorded, after, rulebook, "custody-match-unrecorded", []),
        _ => [],
    };

    private static (string, string)[] ToDecide(CustodyMatch after, string news) => [("news", news), ("due", Wording.By(after.Decide!.Due))];

    private static IReadOnlyList<OutgoingMessage> ToLeads(
        RecordedEvent<CustodyMatchEvent> recorded, CustodyMatch after, Rulebook rulebook, string template, (string, string)[] news) => StreamMail.To(
        CustodyMatchKind.Instance, recorded, rulebook.Programme.Leads, template, rulebook.Programme, Addresses.CustodyMatch(CustodyMatchIds.Of(after.Notice!).Value), news);
}

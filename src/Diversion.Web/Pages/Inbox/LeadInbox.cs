using Diversion.Casework.Answers;
using Diversion.Casework.Inbox;
using Diversion.Domain.Agreements;

namespace Diversion.Web.Pages.Inbox;

/// <summary>The lead's inbox: the total, and one page of items.</summary>
public sealed record LeadInbox(int Count, Page<InboxItem> Page)
{
    /// <summary>Counting stops here.</summary>
    private const int Most = 1000;

    public string Total => Count >= Most ? $"{Most:N0} or more" : $"{Count}";

    public static async ValueTask<Reply<LeadInbox>> Of(InboxQuery query, Actor by, string? cursor, CancellationToken cancellation)
    {
        var summary = await query.Summary(by, cancellation);
        var page = await query.Of(by, cursor, cancellation);
        return summary.Then(all => page.Then<LeadInbox>(some => new LeadInbox(all.Count, some)));
    }
}

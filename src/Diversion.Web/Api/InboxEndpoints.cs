using Diversion.Casework.Answers;
using Diversion.Casework.Inbox;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diversion.Web.Api;

/// <summary>The lead's inbox, as a list and as a stream.</summary>
internal static class InboxEndpoints
{
    public static void MapInbox(this RouteGroupBuilder api)
    {
        var inbox = api.MapGroup("/inbox").WithTags("inbox");
        inbox.MapGet("", Inbox)
            .WithName("inbox").WithSummary("Items that wait for a lead, newest first.").WithDescription("For leads. Pages of 50.")
            .Produces<Page<InboxItem>>().ProducesProblems(400, 403);
        inbox.MapGet("/stream", Stream)
            .WithName("inbox-stream").WithSummary("The inbox as server-sent events.")
            .WithDescription("For leads. An `inbox` event with the count and the newest items at once and at every change; `heartbeat` every 15 seconds. Ends after 30 minutes or sooner: connect again.")
            .Produces<InboxSummary>(contentType: "text/event-stream").ProducesProblems(403);
    }

    private static async Task<IResult> Inbox(string? cursor, Caller by, InboxQuery query, CancellationToken cancellation) =>
        (await query.Of(by, cursor, cancellation)).ToResult();

    private static async Task<IResult> Stream(Caller by, InboxStream stream, CancellationToken cancellation) =>
        (await stream.Of(by, summary => summary, cancellation)).ToResult(TypedResults.ServerSentEvents);
}

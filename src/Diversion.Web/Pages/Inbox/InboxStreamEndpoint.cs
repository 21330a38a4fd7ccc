using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diversion.Web.Pages.Inbox;

/// <summary>Tells an open inbox that something changed. It names nobody: the page requests the items itself.</summary>
internal static class InboxStreamEndpoint
{
    public const string Path = Addresses.InboxStream;

    public static void MapInboxStream(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, Stream).RequireAuthorization(SignInSetup.SignedIn).ExcludeFromDescription();

    private static async Task<IResult> Stream(Caller by, InboxStream stream, CancellationToken cancellation) =>
        (await stream.Of(by, summary => new Waiting(summary.Count), cancellation)) switch
        {
            Reply<IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<object>>>.Given { Value: var events } => TypedResults.ServerSentEvents(events),
            _ => TypedResults.StatusCode(StatusCodes.Status403Forbidden),
        };

    private sealed record Waiting(int Count);
}

using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Diversion.Casework.Keeping;
using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Diversion.Web.Api;

/// <summary>The lead's inbox, as a list and as a stream.</summary>
internal static class InboxEndpoints
{
    public static void MapInbox(this RouteGroupBuilder api)
    {
        var inbox = api.MapGroup("/inbox").WithTags("inbox");
        inbox.MapGet("", Inbox)
            .WithName("inbox").WithSummary("What waits for a lead, newest first.").WithDescription("For leads. Pages of 50.")
            .Produces<Page<InboxItem>>().ProducesProblems(400, 403);
        inbox.MapGet("/stream", Stream)
            .WithName("inbox-stream").WithSummary("The inbox as server-sent events.")
            .WithDescription("For leads. An `inbox` event with the count and the newest items at once and at every change; `heartbeat` every 15 seconds. Ends after 30 minutes or sooner: connect again.")
            .Produces<InboxSummary>(contentType: "text/event-stream").ProducesProblems(403);
    }

    private static async Task<IResult> Inbox(string? cursor, Caller by, InboxQuery query, CancellationToken cancellation) =>
        (await query.Of(by, cursor, cancellation)).ToResult();

    private static async Task<IResult> Stream(
        Caller by, InboxQuery query, InboxSignal signal, WebSettings settings, IHostApplicationLifetime host, CancellationToken cancellation)
    {
        var change = signal.Next;
        return (await query.Summary(by, cancellation)).ToResult(now =>
            TypedResults.ServerSentEvents(Changes(by, now, change, query, signal, settings, host.ApplicationStopping, cancellation)));
    }

    private static async IAsyncEnumerable<SseItem<object>> Changes(
        Actor by,
        InboxSummary now,
        Task change,
        InboxQuery query,
        InboxSignal signal,
        WebSettings settings,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        var number = 0;
        yield return Item("inbox", now, ref number);
        while (TimeProvider.System.GetElapsedTime(started) < settings.LongestStream)
        {
            var happened = await Happened(change, settings.StreamHeartbeat, stopping, cancellation);
            if (happened is null)
            {
                yield break;
            }

            if (happened is false)
            {
                yield return Item("heartbeat", new Heartbeat(), ref number);
                if (!settings.HasSiblings)
                {
                    continue;
                }
            }

            change = signal.Next;
            if (await query.Summary(by, cancellation) is Reply<InboxSummary>.Given { Value: var changed }
                && (happened is true || !IsSame(now, changed)))
            {
                now = changed;
                yield return Item("inbox", changed, ref number);
            }
        }
    }

    private static bool IsSame(InboxSummary one, InboxSummary other) => one.Count == other.Count && one.Newest.SequenceEqual(other.Newest);

    private static SseItem<object> Item(string name, object data, ref int number) => new(data, name) { EventId = $"{++number}" };

    /// <returns>Null when the caller has gone or the host stops: a stream must not hold up its end.</returns>
    private static async Task<bool?> Happened(Task change, TimeSpan patience, CancellationToken stopping, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        try
        {
            await change.WaitAsync(patience, over.Token);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private sealed record Heartbeat;
}

using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Diversion.Casework.Answers;
using Diversion.Casework.Inbox;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Web.Settings;
using Microsoft.Extensions.Hosting;

namespace Diversion.Web.Requests;

/// <summary>
/// The lead's inbox as server-sent events: an <c>inbox</c> event at once and at every change, a <c>heartbeat</c> in
/// between.
/// </summary>
internal sealed class InboxStream(InboxQuery query, InboxSignal signal, WebSettings settings, IHostApplicationLifetime host)
{
    /// <param name="tell">The data of an event about the inbox.</param>
    public async ValueTask<Reply<IAsyncEnumerable<SseItem<object>>>> Of(Actor by, Func<InboxSummary, object> tell, CancellationToken cancellation)
    {
        var change = signal.Next;
        return (await query.Summary(by, cancellation)).Then<IAsyncEnumerable<SseItem<object>>>(
            now => new Reply<IAsyncEnumerable<SseItem<object>>>.Given(Changes(by, tell, now, change, cancellation)));
    }

    private async IAsyncEnumerable<SseItem<object>> Changes(
        Actor by, Func<InboxSummary, object> tell, InboxSummary now, Task change, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        var number = 0;
        yield return Item("inbox", tell(now), ref number);
        while (TimeProvider.System.GetElapsedTime(started) < settings.LongestStream)
        {
            var happened = await Happened(change, cancellation);
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
                yield return Item("inbox", tell(changed), ref number);
            }
        }
    }

    private static bool IsSame(InboxSummary one, InboxSummary other) => one.Count == other.Count && one.Newest.SequenceEqual(other.Newest);

    private static SseItem<object> Item(string name, object data, ref int number) => new(data, name) { EventId = $"{++number}" };

    /// <returns>Null when the caller has disconnected or the host stops: a stream must not delay shutdown.</returns>
    private async Task<bool?> Happened(Task change, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(host.ApplicationStopping, cancellation);
        try
        {
            await change.WaitAsync(settings.StreamHeartbeat, over.Token);
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

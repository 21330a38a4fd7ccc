using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>Counts the requests of the hub by what they are for.</summary>
internal sealed class RequestCounter : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public override void OnSendingRequest(HttpMessage message) => counts.AddOrUpdate(KindOf(message.Request), 1, (_, count) => count + 1);

    public IReadOnlyDictionary<string, int> Counts => counts;

    private static string KindOf(Request request)
    {
        var uri = request.Uri.ToUri();
        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var queue = parts.Contains("messages", StringComparer.Ordinal);
        var what = queue
            ? parts[1][(parts[1].IndexOf('-', StringComparison.Ordinal) + 1)..].Split('-')[0]
            : parts.Length > 1 ? parts[1].Split('(')[0] : uri.Query;
        return $"{(queue ? "queue" : "other")} {request.Method} {what}";
    }
}

using System.Text.RegularExpressions;
using Azure.Core;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>What a request to the storage is in the work of the engine, or of our store.</summary>
internal static partial class StorageStep
{
    /// <returns>Null for what belongs to no step: leases, polling, set-up.</returns>
    public static string? OfHub(Request request)
    {
        var parts = request.Uri.ToUri().AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [_, var queue, "messages", ..])
        {
            var which = queue.EndsWith("workitems", StringComparison.Ordinal) ? "work" : "control";
            return request.Method.Method switch
            {
                "GET" => $"fetch {which}",
                "DELETE" => $"delete {which}",
                "POST" => $"send {EventIn(request)}",
                _ => null,
            };
        }

        var table = parts.Length > 1 ? parts[1].Split('(')[0] : string.Empty;
        return (request.Method.Method, table) switch
        {
            ("POST", "$batch") => "write history",
            ("GET", _) when table.EndsWith("History", StringComparison.Ordinal) => "read history",
            ("PUT" or "PATCH" or "MERGE" or "POST", _) when table.EndsWith("Instances", StringComparison.Ordinal) => "update instance",
            _ => null,
        };
    }

    public static string? OfStore(Request request) =>
        request.Method == RequestMethod.Post && request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) ? "commit" : null;

    private static string EventIn(Request request)
    {
        using var body = new MemoryStream();
        request.Content!.WriteTo(body, CancellationToken.None);
        return Event().Match(System.Text.Encoding.UTF8.GetString(body.ToArray())).Groups["name"].Value;
    }

    [GeneratedRegex(@"History\.(?<name>\w+)Event", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Event();
}

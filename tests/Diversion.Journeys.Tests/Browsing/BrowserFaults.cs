using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Browsing;

/// <summary>
/// Errors in a browser that no page shows: script errors, violations of the content policy, requests that failed or went to
/// another site.
/// </summary>
internal sealed class BrowserFaults
{
    /// <summary>A form that has errors, or that somebody else was quicker with, is shown again with these statuses.</summary>
    private static readonly int[] OfForms = [412, 422];

    private readonly ConcurrentQueue<string> seen = new();
    private readonly ConcurrentQueue<string> addresses = new();
    private readonly Uri server;
    private readonly HashSet<int> expected = [.. OfForms];

    public BrowserFaults(IBrowserContext context, Uri server)
    {
        this.server = server;
        context.Console += (_, message) => Hear(message);
        context.WebError += (_, error) => seen.Enqueue($"script: {error.Error}");
        context.Request += (_, request) => Leave(request);
        context.Response += (_, response) => Answer(response);
        context.RequestFailed += (_, request) => Fail(request);
    }

    /// <summary>Every request that was made.</summary>
    public IReadOnlyCollection<string> Addresses => addresses;

    /// <summary>A status that this test causes on purpose.</summary>
    public void Expect(int status) => expected.Add(status);

    public void AssertNone() => Assert.True(seen.IsEmpty, string.Join('\n', seen));

    /// <summary>Errors seen since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = seen.ToArray();
        seen.Clear();
        return taken;
    }

    private void Hear(IConsoleMessage message)
    {
        // A status is judged when it arrives.
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            seen.Enqueue($"console: {message.Text}");
        }
    }

    private void Leave(IRequest request)
    {
        addresses.Enqueue(request.Url);
        var url = new Uri(request.Url);
        if (url.Scheme is "http" or "https" && url.Authority != server.Authority)
        {
            seen.Enqueue($"asked somebody else: {request.Url}");
        }
    }

    private void Answer(IResponse response)
    {
        if (response.Status >= 400 && !expected.Contains(response.Status))
        {
            seen.Enqueue($"{response.Status} {response.Request.Method} {response.Url}");
        }
    }

    private void Fail(IRequest request)
    {
        // A browser cancels open requests of a page that is left.
        if (request.Failure != "net::ERR_ABORTED")
        {
            seen.Enqueue($"{request.Failure} {request.Method} {request.Url}");
        }
    }
}

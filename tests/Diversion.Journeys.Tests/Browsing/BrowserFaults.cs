using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Browsing;

/// <summary>
/// What went wrong in a browser without a page saying so: errors of scripts, breaches of the content policy, requests
/// that failed or went to somebody else.
/// </summary>
internal sealed class BrowserFaults
{
    /// <summary>A form that has faults, or that somebody else was quicker with, is shown again under these.</summary>
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

    /// <summary>Everything that was asked for.</summary>
    public IReadOnlyCollection<string> Addresses => addresses;

    /// <summary>A status that this test brings about on purpose.</summary>
    public void Expect(int status) => expected.Add(status);

    public void AssertNone() => Assert.True(seen.IsEmpty, string.Join('\n', seen));

    /// <summary>What was seen since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = seen.ToArray();
        seen.Clear();
        return taken;
    }

    private void Hear(IConsoleMessage message)
    {
        // A status is judged where it arrives.
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
        // A page that is left ends what it still asks for.
        if (request.Failure != "net::ERR_ABORTED")
        {
            seen.Enqueue($"{request.Failure} {request.Method} {request.Url}");
        }
    }
}

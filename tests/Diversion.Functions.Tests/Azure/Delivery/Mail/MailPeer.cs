using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.Tests.Azure.Delivery.Mail;

/// <summary>An HTTP server where SendGrid would be: it keeps what comes, and answers, or does not, as a test says.</summary>
internal sealed class MailPeer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<Request> requests = [];

    private MailPeer(WebApplication app) => this.app = app;

    /// <summary>The answer to the n-th request, n from 1.</summary>
    public Func<int, Request, HttpContext, Task> Rule { get; set; } = (_, _, context) => Answer(context, 202);

    public IReadOnlyList<Request> Requests => requests;

    /// <summary>Ids of the mails that were taken, in their order; one that came twice stands here twice.</summary>
    public List<string> Taken { get; } = [];

    private Uri Address => new(app.Urls.Single());

    public static async Task<MailPeer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var peer = new MailPeer(builder.Build());
        peer.app.Run(peer.Serve);
        await peer.app.StartAsync();
        return peer;
    }

    public static async Task Answer(HttpContext context, int status, string body = "", params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers.Append(name, value);
        }

        await context.Response.WriteAsync(body);
    }

    /// <summary>The network as the app uses it, with this server in the place of api.sendgrid.com.</summary>
    public HttpClient Connect(HttpMessageHandler network, TimeSpan? timeout = null) =>
        new(new Detour(Address) { InnerHandler = network }) { Timeout = timeout ?? TimeSpan.FromSeconds(30) };

    /// <summary>For a rule whose answer is lost.</summary>
    public void Take(Request request)
    {
        lock (requests)
        {
            Taken.Add(request.MessageId);
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        using var json = await JsonDocument.ParseAsync(context.Request.Body);
        var request = new Request(
            $"{context.Request.Method} {context.Request.Headers[Detour.AskedFor]}", context.Request.Headers.Authorization.ToString(), json.RootElement.Clone());
        int n;
        lock (requests)
        {
            requests.Add(request);
            n = requests.Count;
        }

        await Rule(n, request, context);
        if (context.Response is { HasStarted: true, StatusCode: 200 or 202 } && !context.RequestAborted.IsCancellationRequested)
        {
            Take(request);
        }
    }

    /// <param name="Line">Method and the address that the client meant.</param>
    internal sealed record Request(string Line, string Authorization, JsonElement Body)
    {
        public string MessageId => Body.GetProperty("personalizations")[0].GetProperty("custom_args").GetProperty("message_id").GetString()!;
    }

    private sealed class Detour(Uri to) : DelegatingHandler
    {
        public const string AskedFor = "x-asked-for";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add(AskedFor, request.RequestUri!.AbsoluteUri);
            request.RequestUri = new Uri(to, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

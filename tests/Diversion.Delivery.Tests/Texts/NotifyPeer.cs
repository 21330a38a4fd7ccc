using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Diversion.Delivery.Tests.Texts;

/// <summary>
/// GOV.UK Notify's HTTP interface: the token of each request is checked as Notify does, texts that it took are found by their
/// reference, and a test may have it answer anything, or nothing.
/// </summary>
internal sealed class NotifyPeer : IAsyncDisposable
{
    public const string ServiceId = "26785a09-ab16-4eb0-8407-a37497a57506";
    public const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    public const string TemplateId = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    public const string Key = $"diversion-{ServiceId}-{Secret}";

    private readonly WebApplication app;
    private readonly List<(string Reference, string Status)> taken = [];

    private NotifyPeer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>Bodies of the requests to send a text.</summary>
    public List<JsonElement> Asked { get; } = [];

    /// <summary>Each text that was sent on to its telephone.</summary>
    public IEnumerable<string> Sent => taken.Select(text => text.Reference);

    /// <summary>Instead of taking a text; null takes it.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>The text is taken, and the answer is lost.</summary>
    public bool Hangs { get; set; }

    public static async Task<NotifyPeer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var peer = new NotifyPeer(builder.Build());
        peer.app.Run(peer.Serve);
        await peer.app.StartAsync();
        return peer;
    }

    public static Func<HttpContext, Task> Answer(int status, string error, string message, string? retryAfter = null) => context =>
    {
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return Write(context, status, new { status_code = status, errors = new[] { new { error, message } } });
    };

    /// <summary>A text that was taken fails on its way.</summary>
    public void Fail(string reference, string status) => taken[taken.FindIndex(text => text.Reference == reference)] = (reference, status);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        if (!IsSigned(context.Request.Headers.Authorization.ToString()))
        {
            await Answer(403, "AuthError", "Invalid token: signature, api token is not valid")(context);
            return;
        }

        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("GET", "/v2/notifications"):
                var reference = context.Request.Query["reference"].ToString();
                await Write(context, 200, new
                {
                    notifications = taken.Where(text => text.Reference == reference).Select(text => new { id = Guid.NewGuid(), reference = text.Reference, type = "sms", status = text.Status }),
                    links = new { current = "x" },
                });
                return;
            case ("POST", "/v2/notifications/sms"):
                await Take(context);
                return;
            default:
                await Answer(404, "NotFound", "No such address")(context);
                return;
        }
    }

    private async Task Take(HttpContext context)
    {
        using var json = await JsonDocument.ParseAsync(context.Request.Body);
        var asked = json.RootElement.Clone();
        Asked.Add(asked);
        if (Instead is { } instead)
        {
            await instead(context);
            return;
        }

        var reference = asked.GetProperty("reference").GetString()!;
        taken.Add((reference, "sending"));
        if (Hangs)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            return;
        }

        await Write(context, 201, new
        {
            id = Guid.NewGuid(),
            reference,
            content = new { body = asked.GetProperty("personalisation").GetProperty("body").GetString(), from_number = "GOVUK" },
            uri = "https://api.notifications.service.gov.uk/v2/notifications/x",
            template = new { id = TemplateId, version = 1, uri = "https://x" },
        });
    }

    private static Task Write(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(body));
    }

    /// <summary>HS256 over header and payload; the issuer is the service, issued within 30 seconds.</summary>
    private static bool IsSigned(string header)
    {
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal) || header[7..].Split('.') is not [var head, var payload, var signature])
        {
            return false;
        }

        var expected = HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), Encoding.ASCII.GetBytes($"{head}.{payload}"));
        using var claims = JsonDocument.Parse(WebEncoders.Base64UrlDecode(payload));
        return CryptographicOperations.FixedTimeEquals(expected, WebEncoders.Base64UrlDecode(signature))
            && claims.RootElement.GetProperty("iss").GetString() == ServiceId
            && Math.Abs(claims.RootElement.GetProperty("iat").GetDouble() - DateTimeOffset.UtcNow.ToUnixTimeSeconds()) < 30;
    }
}

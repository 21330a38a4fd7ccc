using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Delivery;
using Diversion.Casework.Storage;
using Diversion.Web.Requests;
using Diversion.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>
/// What GOV.UK Notify sends here: delivery receipts. It shows a token of its own, which nobody else has; without one in the
/// settings these addresses do not exist. Notify sends again what was not answered with 2xx.
/// </summary>
internal static class NotifyEndpoints
{
    private const string Scheme = "Bearer ";
    private const int LargestBody = 16 * 1024;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(60);

    public static void MapNotify(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<WebSettings>().NotifyToken is { } token)
        {
            var known = Hash(token);
            endpoints.MapGroup("/api/v1/notify").AllowAnonymous().ExcludeFromDescription()
                .AddEndpointFilter(async (context, next) => IsNotify(context.HttpContext.Request, known) ? await next(context) : Problems.OfStatus(StatusCodes.Status401Unauthorized))
                .MapPost("/receipts", Receipt);
        }
    }

    private static async Task<IResult> Receipt(HttpContext http, TextReceipts receipts, IClock clock, CancellationToken cancellation)
    {
        if (await Read(http.Request, cancellation) is not { } sent || OutcomeOf(Text(sent, "status")) is not { } outcome)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, WebProblem.ValueMalformed, "This is no delivery receipt of GOV.UK Notify: a JSON object with reference and status.");
        }

        // Receipts of mail and letters, and of what somebody sent by hand in Notify, are not ours to keep.
        if (Text(sent, "notification_type") is not (null or "sms"))
        {
            return Results.NoContent();
        }

        try
        {
            return await receipts.Take(Text(sent, "reference"), outcome, clock.GetCurrentInstant(), cancellation) == ReceiptAnswer.TooEarly ? Later(http) : Results.NoContent();
        }
        catch (StorageUnavailableException)
        {
            return Later(http);
        }
    }

    private static IResult Later(HttpContext http)
    {
        http.Response.Headers.RetryAfter = ((int)Again.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Problems.OfStatus(StatusCodes.Status503ServiceUnavailable);
    }

    private static TextOutcome? OutcomeOf(string? status) => status switch
    {
        "delivered" => TextOutcome.Delivered,
        "permanent-failure" => TextOutcome.PermanentFailure,
        "temporary-failure" => TextOutcome.TemporaryFailure,
        "technical-failure" => TextOutcome.TechnicalFailure,
        _ => null,
    };

    private static bool IsNotify(HttpRequest request, byte[] known) =>
        request.Headers.Authorization is [{ } shown] && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(shown[Scheme.Length..].Trim()), known);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static string? Text(JsonElement sent, string name) =>
        sent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Notify may add facts, so what is not known is passed over.</summary>
    /// <returns>Null for anything but one JSON object of a few facts.</returns>
    private static async ValueTask<JsonElement?> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > LargestBody || !request.HasJsonContentType())
        {
            return null;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 8 }, cancellation);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (Exception fault) when (fault is JsonException or BadHttpRequestException or InvalidOperationException)
        {
            return null;
        }
    }
}

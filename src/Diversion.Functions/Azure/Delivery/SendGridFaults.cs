using System.Globalization;
using System.Text.Json;
using Diversion.Casework.Delivery;
using NodaTime;
using SendGrid;

namespace Diversion.Functions.Azure.Delivery;

/// <summary>What a refusal by SendGrid means for the operator. SendGrid's own text is never shown: it may contain an address.</summary>
internal static class SendGridFaults
{
    private const int MostFields = 5;

    public static async Task<DeliveryFailedException> Explain(string id, Response response, Instant now, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var fields = status is 400 or 413 or 422 ? await Fields(response, cancellation) : string.Empty;
        var cause = status switch
        {
            429 => "SendGrid takes no more mail for now; it is tried again. If it lasts, the plan is too small for the programme.",
            408 or >= 500 => $"SendGrid cannot take mail now (status {status}); it is tried again. If it lasts, see status.sendgrid.com.",
            401 => "SendGrid does not know the key. Set SendGrid__ApiKey to one that is valid; it is tried again.",
            403 => "SendGrid does not let this key send, or not from this address. Give the key Mail Send access and verify the senderAddress of programme.json with SendGrid; it is tried again.",
            400 or 413 or 422 => $"SendGrid finds the mail faulty{fields}. Correct the recipient's address if it is that; anything else is a fault of the program, report it.",
            _ => $"SendGrid refuses the mail (status {status}); it is tried again. If it lasts, look at the account with SendGrid.",
        };
        return new DeliveryFailedException($"Mail {id} could not be sent: {cause}", retryAfter: Wait(response, now), isFinal: IsOfRecipient(fields));
    }

    /// <summary>An address that SendGrid refuses stays refused, however often it is tried.</summary>
    private static bool IsOfRecipient(string fields) => fields.Contains(".to.", StringComparison.Ordinal);

    /// <summary>SendGrid says when its limit resets; proxies in between say how long to wait.</summary>
    private static TimeSpan? Wait(Response response, Instant now)
    {
        if (response.Headers?.RetryAfter is { } asked)
        {
            return asked.Delta ?? Positive(asked.Date - now.ToDateTimeOffset());
        }

        return response.Headers is not null
            && response.Headers.TryGetValues("X-RateLimit-Reset", out var values)
            && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= 253_402_300_799
                ? Positive(DateTimeOffset.FromUnixTimeSeconds(seconds) - now.ToDateTimeOffset())
                : null;
    }

    private static TimeSpan? Positive(TimeSpan? wait) => wait > TimeSpan.Zero ? wait : null;

    /// <summary>The names of the faulty fields, such as <c>personalizations.0.to.0.email</c>; never their contents.</summary>
    private static async Task<string> Fields(Response response, CancellationToken cancellation)
    {
        try
        {
            using var json = JsonDocument.Parse(await response.Body.ReadAsStringAsync(cancellation));
            var fields = json.RootElement.GetProperty("errors").EnumerateArray()
                .Select(error => error.TryGetProperty("field", out var field) && field.ValueKind == JsonValueKind.String ? field.GetString()! : string.Empty)
                .Where(field => field.Length is > 0 and <= 60 && field.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_'))
                .Distinct(StringComparer.Ordinal)
                .Take(MostFields)
                .ToArray();
            return fields.Length == 0 ? string.Empty : $" in {string.Join(", ", fields)}";
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException or HttpRequestException or IOException)
        {
            return string.Empty;
        }
    }
}

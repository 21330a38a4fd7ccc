using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Notify.Interfaces;

namespace Diversion.Delivery.Texts;

/// <summary>
/// The network as Notify's client uses it. What it answers to a refusal is read here, since the client keeps only a text of it:
/// the status, whether it is about the number, and how long to wait.
/// </summary>
internal sealed class NotifyHttp : IHttpClient
{
    private const int LongestRefusal = 64 * 1024;

    private readonly HttpClient http;

    public NotifyHttp(Uri baseUrl, TimeSpan patience) => http = new HttpClient(new SocketsHttpHandler
    {
        // Addresses of services change; a connection that lives for ever would not notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // A proxy's sign-in page is no answer of Notify: followed, it would pass for a text that was taken.
        AllowAutoRedirect = false,
    }) { BaseAddress = baseUrl, Timeout = patience, MaxResponseContentBufferSize = 1024 * 1024 };

    /// <summary>The client sets the service's own address; the settings say which it is.</summary>
    public Uri BaseAddress
    {
        get => http.BaseAddress!;
        set { }
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var answer = await http.SendAsync(request).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
            throw new NotifyAnswerException(answer.StatusCode, answer.StatusCode == HttpStatusCode.BadRequest && IsAboutNumber(body), Wait(answer.Headers.RetryAfter));
        }
    }

    public void SetClientBaseAddress()
    {
    }

    public void AddContentHeader(string header) => http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(header));

    public void AddUserAgent(string userAgent) => http.DefaultRequestHeaders.UserAgent.TryParseAdd(userAgent);

    public void Dispose() => http.Dispose();

    private static TimeSpan? Wait(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date is { } until && until > TimeProvider.System.GetUtcNow() ? until - TimeProvider.System.GetUtcNow() : null);

    /// <summary>As in <c>{"errors":[{"error":"ValidationError","message":"phone_number Number is not valid – too short"}],"status_code":400}</c>.</summary>
    private static bool IsAboutNumber(string body)
    {
        if (body.Length > LongestRefusal)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
                && errors.EnumerateArray().Any(error => error.ValueKind == JsonValueKind.Object
                    && error.TryGetProperty("error", out var kind) && kind.ValueKind == JsonValueKind.String && kind.GetString() is "ValidationError" or "InvalidPhoneError"
                    && error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String && message.GetString()!.StartsWith("phone_number ", StringComparison.Ordinal));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Access;

/// <summary>
/// The most recent few values that must not appear in an address, kept by the user's browser from page to page: encrypted,
/// not readable by script, for a limited time.
/// </summary>
/// <param name="path">The pages that get it; all when left out.</param>
internal sealed class SealedCookie<T>(IDataProtectionProvider protection, string name, TimeSpan lifetime, string path = "/")
{
    /// <summary>Browsers silently drop a cookie of more than 4,096 characters, including its name and attributes.</summary>
    private const int Longest = 3_900;

    /// <summary>As few bytes per letter as possible; the value is never shown in a page, so HTML characters need no escaping.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector(name).ToTimeLimitedDataProtector();

    /// <returns>Empty when there is no cookie, or it is too old or not ours.</returns>
    public IReadOnlyList<T> Read(HttpContext http)
    {
        if (http.Request.Cookies[name] is not { } sealedText)
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<T[]>(protector.Unprotect(sealedText))!;
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <param name="newestFirst">Values that do not fit into the cookie are left out, but never the first.</param>
    public void Write(HttpContext http, IReadOnlyList<T> newestFirst)
    {
        var kept = newestFirst;
        var sealedText = Seal(kept);
        while (sealedText.Length > Longest && kept.Count > 1)
        {
            kept = [.. kept.SkipLast(1)];
            sealedText = Seal(kept);
        }

        http.Response.Cookies.Append(name, sealedText, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = path,
        });
    }

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(name, new CookieOptions { Path = path });

    private string Seal(IReadOnlyList<T> kept) => protector.Protect(JsonSerializer.Serialize(kept, Plain), lifetime);
}

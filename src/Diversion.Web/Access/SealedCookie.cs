using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Access;

/// <summary>
/// The newest few of something that must not stand in an address, kept by the reader's browser from page to page:
/// encrypted, out of reach of script, for a while.
/// </summary>
internal sealed class SealedCookie<T>(IDataProtectionProvider protection, string name, TimeSpan lifetime)
{
    /// <summary>Browsers drop a cookie of more than 4,096 characters, its name and attributes among them, without a word.</summary>
    private const int Longest = 3_900;

    /// <summary>As few bytes for a letter as can be: nothing of it is ever read as a page.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector(name).ToTimeLimitedDataProtector();

    /// <returns>Nothing when there is none, or it is too old or not ours.</returns>
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

    /// <param name="newestFirst">Those that a cookie has no room for are left out, the first never.</param>
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
        });
    }

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(name);

    private string Seal(IReadOnlyList<T> kept) => protector.Protect(JsonSerializer.Serialize(kept, Plain), lifetime);
}

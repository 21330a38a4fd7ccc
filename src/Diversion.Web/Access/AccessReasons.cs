using System.Security.Cryptography;
using System.Text.Json;
using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Access;

/// <summary>
/// Why somebody looks at records that are not theirs, kept in an encrypted cookie between the pages of one such look,
/// so that the reason is asked once and never stands in an address. Each page logs the look with it.
/// </summary>
public sealed class AccessReasons(IDataProtectionProvider protection)
{
    private const string CookieName = "diversion-reason";

    /// <summary>The last few records: more would not fit a cookie.</summary>
    private const int Most = 3;

    /// <summary>After that the reason is asked again.</summary>
    public const int LifetimeMinutes = 30;

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("access-reason").ToTimeLimitedDataProtector();

    /// <returns>Null when none was given for this record.</returns>
    public string? For(HttpContext http, Actor by, string reference) =>
        Read(http, by).FirstOrDefault(given => given.Reference == reference)?.Reason;

    public void Keep(HttpContext http, Actor by, string reference, string reason)
    {
        Given[] all = [new Given(by.Id, reference, reason), .. Read(http, by).Where(given => given.Reference != reference).Take(Most - 1)];
        http.Response.Cookies.Append(CookieName, protector.Protect(JsonSerializer.Serialize(all), TimeSpan.FromMinutes(LifetimeMinutes)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
    }

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(CookieName);

    private Given[] Read(HttpContext http, Actor by)
    {
        if (http.Request.Cookies[CookieName] is not { } sealedText)
        {
            return [];
        }

        try
        {
            return [.. JsonSerializer.Deserialize<Given[]>(protector.Unprotect(sealedText))!.Where(given => given.By == by.Id)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private sealed record Given(string By, string Reference, string Reason);
}

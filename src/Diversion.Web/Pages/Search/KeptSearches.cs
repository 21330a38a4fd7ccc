using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Pages.Search;

/// <summary>
/// A user's last searches, stored so that the address of the results has a number and no name: the page can be reloaded and
/// gone back to.
/// </summary>
public sealed class KeptSearches(IDataProtectionProvider protection)
{
    /// <summary>Number of results pages that can be gone back to.</summary>
    private const int Most = 3;

    private readonly SealedCookie<Kept> cookie = new(protection, "diversion-search", TimeSpan.FromMinutes(30));

    /// <returns>The number to find it by.</returns>
    public string Keep(HttpContext http, Actor by, string typed, string? reason)
    {
        var key = Guid.NewGuid().ToString("N");
        cookie.Write(http, [new Kept(by.Id, key, typed, reason), .. cookie.Read(http).Take(Most - 1)]);
        return key;
    }

    /// <returns>Null when it is no longer stored, or was somebody else's.</returns>
    public (string Typed, string? Reason)? Find(HttpContext http, Actor by, string key) =>
        cookie.Read(http).FirstOrDefault(kept => kept.Key == key && kept.By == by.Id) is { } found ? (found.Typed, found.Reason) : null;

    public void Forget(HttpContext http) => cookie.Forget(http);

    private sealed record Kept(string By, string Key, string Typed, string? Reason);
}

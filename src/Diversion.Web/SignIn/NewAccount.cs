using Diversion.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.SignIn;

/// <summary>An account that the provider vouched for and nobody here has: kept for a few minutes in its own browser.</summary>
public sealed class NewAccount(IDataProtectionProvider protection)
{
    private readonly SealedCookie<Seen> cookie = new(protection, "diversion-account", TimeSpan.FromMinutes(15));

    /// <returns>Null when the browser has none, or it is too old.</returns>
    public (string Account, string? Name)? Read(HttpContext http) => cookie.Read(http) is [var seen, ..] ? (seen.Account, seen.Name) : null;

    internal void Keep(HttpContext http, AccountReading.Unknown unknown) => cookie.Write(http, [new Seen(unknown.Account, unknown.Name)]);

    public void Forget(HttpContext http) => cookie.Forget(http);

    private sealed record Seen(string Account, string? Name);
}

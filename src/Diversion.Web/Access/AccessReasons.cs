using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Access;

/// <summary>
/// Keeps the reason why somebody reads records that are not theirs, or exports cases, from page to page. So the reason is
/// asked for once and never appears in an address. Each page logs the access with it.
/// </summary>
public sealed class AccessReasons(IDataProtectionProvider protection)
{
    /// <summary>Maximum number of records whose reasons are kept at a time.</summary>
    private const int Most = 3;

    /// <summary>Used instead of a record when cases of the register are exported.</summary>
    public const string Register = "register";

    /// <summary>Used instead of a record when an extract for analysts is made.</summary>
    public const string Extract = "extract";

    /// <summary>After this time the reason is asked for again.</summary>
    public const int LifetimeMinutes = 30;

    private readonly SealedCookie<Given> cookie = new(protection, "diversion-reason", TimeSpan.FromMinutes(LifetimeMinutes));

    /// <returns>Null when none was given for this record.</returns>
    public string? For(HttpContext http, Actor by, string reference) =>
        Read(http, by).FirstOrDefault(given => given.Reference == reference)?.Reason;

    public void Keep(HttpContext http, Actor by, string reference, string reason) =>
        cookie.Write(http, [new Given(by.Id, reference, reason), .. Read(http, by).Where(given => given.Reference != reference).Take(Most - 1)]);

    public void Forget(HttpContext http) => cookie.Forget(http);

    private IEnumerable<Given> Read(HttpContext http, Actor by) => cookie.Read(http).Where(given => given.By == by.Id);

    private sealed record Given(string By, string Reference, string Reason);
}

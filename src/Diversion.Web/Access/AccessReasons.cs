using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Access;

/// <summary>
/// Why somebody looks at records that are not theirs, or takes cases away, kept between the pages of one such look, so that the reason is
/// asked once and never stands in an address. Each page logs the look with it.
/// </summary>
public sealed class AccessReasons(IDataProtectionProvider protection)
{
    /// <summary>Records whose reasons are kept at a time.</summary>
    private const int Most = 3;

    /// <summary>In the place of a record: cases of the register are taken away.</summary>
    public const string Register = "register";

    /// <summary>After that the reason is asked again.</summary>
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

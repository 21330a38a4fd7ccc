using Diversion.Casework.Links;
using Diversion.Casework.OwnPage;
using Diversion.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Pages.MyAgreement;

/// <summary>
/// Who came in to their own page: a sealed cookie of these pages for half an hour. It opens nothing by itself: each request asks
/// whether the page is still open.
/// </summary>
public sealed class PersonSession(IDataProtectionProvider protection)
{
    private const string Name = "my-agreement";
    private const string Language = "my-agreement-language";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly SealedCookie<OwnPageSession> cookie = new(protection, Name, Lifetime, Addresses.MyAgreement);

    internal OwnPageSession? Read(HttpContext http) => cookie.Read(http) is [var session, ..] ? session : null;

    internal void Begin(HttpContext http, OwnPageSession session) => cookie.Write(http, [session]);

    internal void End(HttpContext http) => cookie.Forget(http);

    /// <summary>The language that was chosen; null when none was.</summary>
    internal string? LanguageOf(HttpContext http) => http.Request.Cookies[Language];

    internal void Choose(HttpContext http, PersonTexts texts) => http.Response.Cookies.Append(
        Language, texts.Code, new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = Addresses.MyAgreement });
}

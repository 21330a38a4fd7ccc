using System.Globalization;
using Diversion.Casework.Links;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.SignIn;

/// <summary>
/// A session in a cookie: it ends when nobody does anything for a while, and after one shift in any case. Times are the
/// machine's: a demo clock that jumps must not sign anybody out.
/// </summary>
public static class BrowserSession
{
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(20);

    /// <summary>
    /// However active the user is: one shift. The same as on Azure, where the platform keeps the session
    /// (<c>cookieExpiration</c> in <c>app.bicep</c>).
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private const string Began = "began";
    private static readonly PathString InboxPath = Addresses.Inbox;

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "diversion-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.IsEssential = true;

        // Lax, not strict: a link in a mail must find its reader signed in. Posts also carry an antiforgery token.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = IdleTimeout;
        options.SlidingExpiration = true;
        options.TimeProvider = TimeProvider.System;
        options.Events.OnRedirectToAccessDenied = Refuse;
        options.Events.OnSigningIn = NoteTheTime;
        options.Events.OnCheckSlidingExpiration = OnlyPeopleAreBusy;
    }

    internal static DateTimeOffset? BeganAt(AuthenticationProperties properties) => Moment(properties, Began);

    internal static DateTimeOffset? Moment(AuthenticationProperties properties, string name) =>
        DateTimeOffset.TryParse(properties.GetString(name), CultureInfo.InvariantCulture, out var moment) ? moment : null;

    internal static void Note(AuthenticationProperties properties, string name, DateTimeOffset moment) =>
        properties.SetString(name, moment.ToString("O", CultureInfo.InvariantCulture));

    internal static bool IsOver(CookieValidatePrincipalContext context) =>
        BeganAt(context.Properties) is not { } began || context.Options.TimeProvider!.GetUtcNow() >= began + Longest;

    /// <summary>Tells the page when the session ends. A click restarts the whole idle time; the script of an open page only asks.</summary>
    internal static void Tell(CookieValidatePrincipalContext context)
    {
        var time = context.Options.TimeProvider!.GetUtcNow();
        var latest = BeganAt(context.Properties)!.Value + Longest - time;
        var idle = IsByAPerson(context.Request) ? IdleTimeout : context.Properties.ExpiresUtc!.Value - time;
        context.HttpContext.Features.Set(new SessionEnd(idle < latest ? idle : latest, latest > IdleTimeout));
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>A page that refreshes itself does not show that anybody is using it.</summary>
    private static Task OnlyPeopleAreBusy(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = IsByAPerson(context.Request);
        return Task.CompletedTask;
    }

    /// <summary>Each click renews the cookie's own times; this one stays, also when somebody goes on in another role.</summary>
    private static Task NoteTheTime(CookieSigningInContext context)
    {
        if (BeganAt(context.Properties) is null)
        {
            Note(context.Properties, Began, context.Options.TimeProvider!.GetUtcNow());
        }

        return Task.CompletedTask;
    }

    private static bool IsByAPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments(InboxPath, StringComparison.Ordinal) && request.Path != SessionEndpoints.Path;
}

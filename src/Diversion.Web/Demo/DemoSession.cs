using System.Globalization;
using Diversion.Casework.Links;
using Diversion.Web.Access;
using Diversion.Web.Portal;
using Diversion.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Demo;

/// <summary>The interactive sign-in of a demo: a cookie for the chosen demo person.</summary>
public static class DemoSession
{
    /// <summary>For <see cref="WebSettings.InteractiveScheme"/>.</summary>
    public const string Scheme = "demo-session";

    public const string SignInPath = Addresses.SignIn;
    public const string ReturnParameter = "returnUrl";

    /// <summary>In the machine's time: a demo clock that jumps must not sign anybody out.</summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(20);

    /// <summary>
    /// However active the user is: one shift. The same as on Azure, where the platform keeps the session
    /// (<c>cookieExpiration</c> in <c>app.bicep</c>).
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private const string Began = "began";
    private static readonly PathString InboxPath = Addresses.Inbox;

    public static IServiceCollection AddDemoSession(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Scheme, options =>
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
            options.LoginPath = SignInPath;
            options.ReturnUrlParameter = ReturnParameter;
            options.Events.OnRedirectToLogin = ToSignIn;
            options.Events.OnRedirectToAccessDenied = Refuse;
            options.Events.OnSigningIn = NoteTheTime;
            options.Events.OnValidatePrincipal = KnowThePerson;
            options.Events.OnCheckSlidingExpiration = OnlyPeopleAreBusy;
        });
        return services;
    }

    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
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

    /// <summary>Each click renews the cookie's own times; this one stays.</summary>
    private static Task NoteTheTime(CookieSigningInContext context)
    {
        context.Properties.SetString(Began, context.Options.TimeProvider!.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    /// <summary>
    /// Cookies are shared between ports: a cookie of another demo on this machine may name people that this demo does not
    /// have.
    /// </summary>
    private static Task KnowThePerson(CookieValidatePrincipalContext context)
    {
        var demo = context.HttpContext.RequestServices.GetRequiredService<IDemo>();
        if (Tokens.Read(context.Principal!) is not { } actor || !demo.People.Contains(actor) || IsOver(context))
        {
            context.RejectPrincipal();
            return Task.CompletedTask;
        }

        // A click restarts the whole idle time; the script of an open page only asks how much is left.
        var time = context.Options.TimeProvider!.GetUtcNow();
        var latest = BeganAt(context)!.Value + Longest - time;
        var idle = IsByAPerson(context.Request) ? IdleTimeout : context.Properties.ExpiresUtc!.Value - time;
        context.HttpContext.Features.Set(new SessionEnd(idle < latest ? idle : latest, latest > IdleTimeout));

        return Task.CompletedTask;
    }

    private static bool IsByAPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments(InboxPath, StringComparison.Ordinal) && request.Path != SessionEndpoints.Path;

    private static bool IsOver(CookieValidatePrincipalContext context) =>
        BeganAt(context) is not { } began || context.Options.TimeProvider!.GetUtcNow() >= began + Longest;

    private static DateTimeOffset? BeganAt(CookieValidatePrincipalContext context) =>
        DateTimeOffset.TryParse(context.Properties.GetString(Began), CultureInfo.InvariantCulture, out var began) ? began : null;
}

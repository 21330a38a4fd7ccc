using Diversion.Web.Requests;
using Diversion.Web.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Portal;

/// <summary>What a browser may do with a page: use only what came from here, with no inline script or style.</summary>
internal static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Browsers follow the answer to a form only where this allows, and signing out ends at the identity provider.</summary>
    private static string PolicyFor(WebSettings settings) => settings.SignInOrigins.Count == 0
        ? ContentSecurityPolicy
        : ContentSecurityPolicy.Replace("form-action 'self'", $"form-action 'self' {string.Join(' ', settings.SignInOrigins)}", StringComparison.Ordinal);

    private const string ForAYear = "max-age=31536000; includeSubDomains";

    public static Task Add(HttpContext http, RequestDelegate next)
    {
        // As late as possible: error pages clear the headers, and antiforgery sets a weaker Cache-Control.
        http.Response.OnStarting(() => Set(http));
        return next(http);
    }

    private static Task Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Features.Get<OwnContentPolicy>()?.Policy ?? PolicyFor(http.RequestServices.GetRequiredService<WebSettings>());
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = ForAYear;
        }

        if (!headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
        {
            headers.CacheControl = http.Response.StatusCode == StatusCodes.Status200OK && http.Features.Get<Cacheable>() is { } same ? same.Header : "no-store";
            headers.Remove("Pragma");
        }

        return Task.CompletedTask;
    }
}

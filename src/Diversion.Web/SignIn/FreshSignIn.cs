using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Diversion.Web.SignIn;

/// <summary>When somebody last proved to the provider who they are, and whether that is recent enough for a page.</summary>
internal static class FreshSignIn
{
    /// <summary>How long ago it may be for a page with <see cref="FreshSignInAttribute"/>.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private const string Proved = "proved";
    private const string Asked = "fresh";
    private const string AuthTime = "auth_time";

    public static bool IsNeeded(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<FreshSignInAttribute>() is not null;

    /// <summary>Whether the session begins, or was renewed, with a proof that is recent.</summary>
    public static bool IsIn(AuthenticationProperties session, TimeProvider time) => time.GetUtcNow() - BrowserSession.Moment(session, Proved) <= Longest;

    public static void Note(AuthenticationProperties session, DateTimeOffset proved) => BrowserSession.Note(session, Proved, proved);

    /// <summary>The provider is to ask for a proof, even from somebody who is signed in there.</summary>
    public static void Ask(AuthenticationProperties request) => request.SetString(Asked, "yes");

    public static void Pass(AuthenticationProperties request, OpenIdConnectMessage message)
    {
        if (request.GetString(Asked) is not null)
        {
            (message.Prompt, message.MaxAge) = (OpenIdConnectPrompt.Login, "0");
        }
    }

    /// <summary>
    /// When the provider says that it was. If a fresh proof was asked for, only the provider's own word for it counts: the
    /// request passed through a browser, where somebody could have left the question out.
    /// </summary>
    /// <returns>Null when a fresh proof was asked for and there is none.</returns>
    public static DateTimeOffset? Proof(TokenValidatedContext context)
    {
        var now = context.Options.TimeProvider!.GetUtcNow();
        DateTimeOffset? said = long.TryParse(context.Principal!.FindFirst(AuthTime)?.Value, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, now.ToUnixTimeSeconds()))
            : null;
        return context.Properties!.GetString(Asked) is null ? said ?? DateTimeOffset.UnixEpoch : said is { } proved && now - proved <= Longest ? proved : null;
    }
}

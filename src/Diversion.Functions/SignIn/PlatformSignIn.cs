using System.Text.Encodings.Web;
using Diversion.Functions.Azure.Settings;
using Diversion.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Diversion.Functions.SignIn;

/// <summary>
/// Sign-in by App Service Authentication, for pages and API alike: the platform stands in front and checks cookies of
/// browsers and tokens of programs before a request arrives here, so it is trusted to say who calls.
/// </summary>
internal sealed partial class PlatformSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, PrincipalReader principals, Platform platform)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder), IAuthenticationSignOutHandler
{
    public const string SchemeName = "platform";

    private PrincipalReading.Refused? refused;

    public Task SignOutAsync(AuthenticationProperties? properties)
    {
        Response.Redirect("/.auth/logout" + QueryString.Create("post_logout_redirect_uri", LocalOr("/", properties)));
        return Task.CompletedTask;
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Without the platform in front anybody could send this header.
        if (!platform.SignsPeopleIn || Request.Headers[PlatformPrincipal.Header] is not [{ Length: > 0 } header])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var reading = OwnOrigin.Vouches(Request) ? principals.Read(header) : new PrincipalReading.Refused(OwnOrigin.Advice);
        if (reading is PrincipalReading.Known known)
        {
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(Tokens.PrincipalOf(known.Actor, SchemeName), SchemeName)));
        }

        refused = (PrincipalReading.Refused)reading;
        LogRefused(Logger);
        return Task.FromResult(AuthenticateResult.Fail(refused.Advice));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (refused is not null)
        {
            // Signing in again would lead back here, in an endless loop.
            return NotLetIn.Tell(Context, StatusCodes.Status403Forbidden, refused.Advice);
        }

        if (!platform.SignsPeopleIn)
        {
            return NotLetIn.Tell(
                Context,
                StatusCodes.Status401Unauthorized,
                "Nobody can sign in: App Service Authentication is off. Whoever runs this service turns it on for this app, with Entra ID.");
        }

        if (HttpMethods.IsGet(Request.Method) && !Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            var here = LocalOr(Request.GetEncodedPathAndQuery(), properties);
            Response.Redirect("/.auth/login/aad" + QueryString.Create("post_login_redirect_uri", here));
            return Task.CompletedTask;
        }

        return NotLetIn.Tell(
            Context, StatusCodes.Status401Unauthorized, "Sign in: programs send a token of Entra ID for this app in the Authorization header as `Bearer TOKEN`, people open the pages.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        NotLetIn.Tell(Context, StatusCodes.Status403Forbidden, "Your role does not do this.");

    private static string LocalOr(string otherwise, AuthenticationProperties? properties) =>
        properties?.RedirectUri is ['/', not ('/' or '\\'), ..] or "/" ? properties.RedirectUri : otherwise;

    [LoggerMessage(EventId = 5401, Level = LogLevel.Warning, Message = "A sign-in of the platform was refused.")]
    private static partial void LogRefused(ILogger log);
}

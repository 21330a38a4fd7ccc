using System.Net;
using System.Text.Encodings.Web;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Diversion.Functions.SignIn;

/// <summary>On a developer's machine, where no platform signs people in: every browser on it is the one person in the settings.</summary>
internal sealed class DevelopmentSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, DevelopmentSettings development)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder), IAuthenticationSignOutHandler
{
    public const string SchemeName = "development";

    public Task SignOutAsync(AuthenticationProperties? properties)
    {
        // There is nobody else on this machine.
        Response.Redirect("/");
        return Task.CompletedTask;
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        development.Person is { } person && IsThisMachine(Context) && OwnOrigin.Vouches(Request)
            ? AuthenticateResult.Success(new AuthenticationTicket(Tokens.PrincipalOf(person, SchemeName), SchemeName))
            : AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => NotLetIn.Tell(
        Context, StatusCodes.Status401Unauthorized, "Open the pages in a browser on this machine, at http://localhost and the port that Core Tools name.");

    // The host name is checked too: another site's name may be made to point to this machine.
    private static bool IsThisMachine(HttpContext http) =>
        (http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress))
        && Loopback.IsHost(http.Request.Host.Host);
}

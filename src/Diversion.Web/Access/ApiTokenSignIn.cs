using System.Text.Encodings.Web;
using Diversion.Casework.Staff;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Diversion.Web.Access;

/// <summary>
/// Signs in a program by its token, on the API alone. The token comes in a header: <c>Authorization: Bearer</c>, or <see
/// cref="Header"/> where the platform in front checks every bearer token itself (App Service Authentication). One in an
/// address is not looked at: addresses end up in logs.
/// </summary>
internal sealed class ApiTokenSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiTokens tokens, IClock clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "api-token";
    public const string Header = "X-Api-Token";

    private const string Bearer = "Bearer ";

    public static bool IsSent(HttpRequest request) => SecretOf(request) is not null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var now = clock.GetCurrentInstant();
        if (SecretOf(Request) is not { } secret || await tokens.Find(secret, now, Context.RequestAborted) is not { } token)
        {
            return AuthenticateResult.Fail("The token does not work.");
        }

        await tokens.Used(token, now, Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(TokenScopes.PrincipalOf(token, Scheme), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(401, WebProblem.TokenInvalid, "This token does not work: it was revoked, has expired, or was made by somebody who does not lead the programme any more. Ask a programme lead for a new one.")
            .ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Of(403, WebProblem.TokenScope, "This token is for something else. Ask a programme lead for one that is for this.").ExecuteAsync(Context);

    private static string? SecretOf(HttpRequest request) => (request.Headers[Header], request.Headers.Authorization.ToString()) switch
    {
        ([{ } own], _) => own,
        (_, var bearer) when bearer.StartsWith(Bearer + ApiTokens.Prefix, StringComparison.OrdinalIgnoreCase) => bearer[Bearer.Length..].Trim(),
        _ => null,
    };
}

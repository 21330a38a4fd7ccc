using Diversion.Casework.Links;
using Diversion.Casework.Storage;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Diversion.Web.SignIn;

/// <summary>The provider ends a session here (OpenID Connect Back-Channel Logout 1.0): somebody left it, or lost their account.</summary>
internal static class BackChannelLogout
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(5);

    public static void MapBackChannelLogout(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<OpenIdSettings>() is not null)
        {
            endpoints.MapPost(Addresses.BackChannelLogout, Take).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        }
    }

    private static async Task<IResult> Take(
        HttpContext http, EndedSessions ended, IOptionsMonitor<OpenIdConnectOptions> options, ILogger<OpenIdSettings> log, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await Token(http, cancellation) is not { } token)
        {
            return Refused(log, "no token");
        }

        var provider = options.Get(OpenIdSession.Provider);
        var read = await Validate(token, provider, cancellation);
        if (!read.IsValid || read.SecurityToken is not JsonWebToken logout)
        {
            // Keys may have been changed since they were read.
            provider.ConfigurationManager!.RequestRefresh();
            return Refused(log, read.Exception?.GetType().Name ?? "not a token");
        }

        var session = Text(logout, "sid");
        var subject = Text(logout, JwtRegisteredClaimNames.Sub);
        var said = provider.TimeProvider!.GetUtcNow().UtcDateTime - logout.IssuedAt;
        if (!logout.TryGetPayloadValue<Dictionary<string, object>>("events", out var events) || !events.ContainsKey(Event)
            || logout.TryGetPayloadValue<object>(JwtRegisteredClaimNames.Nonce, out _)
            || (session is null && subject is null) || said > Latest || said < -Latest)
        {
            return Refused(log, "not a logout");
        }

        try
        {
            await ended.End(session, subject, cancellation);
        }
        catch (StorageUnavailableException)
        {
            return Results.Json(new { error = "temporarily_unavailable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        log.SessionEnded();
        return Results.Json(new { });
    }

    private static async Task<string?> Token(HttpContext http, CancellationToken cancellation)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > LongestToken)
        {
            return null;
        }

        try
        {
            return (await http.Request.ReadFormAsync(cancellation))["logout_token"] is [{ Length: > 0 } token] ? token : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static async Task<TokenValidationResult> Validate(string token, OpenIdConnectOptions provider, CancellationToken cancellation)
    {
        try
        {
            var configuration = await provider.ConfigurationManager!.GetConfigurationAsync(cancellation);
            return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
            {
                ValidIssuer = configuration.Issuer,
                ValidAudience = provider.ClientId,
                IssuerSigningKeys = configuration.SigningKeys,
                ValidAlgorithms = OpenIdSession.Algorithms,
                RequireSignedTokens = true,

                // The specification asks for no time of expiry; the time of issue is checked instead.
                RequireExpirationTime = false,
            });
        }
        catch (InvalidOperationException unreachable)
        {
            return new TokenValidationResult { IsValid = false, Exception = unreachable };
        }
    }

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var value) && value.Length is > 0 and <= 255 ? value : null;

    private static IResult Refused(ILogger log, string kind)
    {
        log.LogoutRefused(kind);
        return Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);
    }
}

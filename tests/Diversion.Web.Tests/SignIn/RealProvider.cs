using System.Security.Claims;
using System.Security.Cryptography;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Diversion.Web.Tests.SignIn;

/// <summary>A real identity provider (OpenIddict) in this process, at which whoever is asked for is signed in already.</summary>
internal sealed class RealProvider : IAsyncDisposable
{
    public static readonly Uri Address = new("https://id.example.test/");
    public const string Secret = "a secret that only the tests know";

    /// <summary>Made once: keys that the library makes for each start take seconds.</summary>
    private static readonly RsaSecurityKey SigningKey = new(RSA.Create(2048));
    private static readonly SymmetricSecurityKey EncryptionKey = new(RandomNumberGenerator.GetBytes(32));

    private readonly WebApplication app;

    private RealProvider(string callback, Uri? listensAt)
    {
        var builder = WebApplication.CreateBuilder();
        if (listensAt is null)
        {
            builder.WebHost.UseTestServer();
        }
        else
        {
            builder.WebHost.UseUrls(listensAt.OriginalString);
        }

        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode();
            server.SetIssuer(listensAt ?? Address);
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetEndSessionEndpointUris("leave");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(Scopes.OpenId, Scopes.Profile);
            server.AddEncryptionKey(EncryptionKey).AddSigningKey(SigningKey);
            var host = server.UseAspNetCore();
            if (listensAt?.Scheme == Uri.UriSchemeHttp)
            {
                host.DisableTransportSecurityRequirement();
            }

            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != "diversion" || context.RedirectUri != callback)
                {
                    context.Reject(Errors.InvalidClient, "unknown client or address");
                }

                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != "diversion" || context.ClientSecret != Secret)
                {
                    context.Reject(Errors.InvalidClient, "wrong secret");
                }

                return default;
            }));
            server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(context => default));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                Asked = context.Request;
                if (context.Request.Prompt == "login" && !KeepsSignedInAt)
                {
                    SignedInAt = Now();
                }

                context.SignIn(Person());
                return default;
            }));
            server.AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                Left = context.Request;
                context.SignOut();
                return default;
            }));
        });
        app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
    }

    /// <param name="callback">Where the installation takes its answers.</param>
    /// <param name="listensAt">For an installation in another process; null listens nowhere.</param>
    public static async Task<RealProvider> Start(string callback = "http://localhost/sign-in/callback", Uri? listensAt = null)
    {
        var made = new RealProvider(callback, listensAt);
        await made.app.StartAsync();
        return made;
    }

    /// <summary>Who is signed in there.</summary>
    public string Subject { get; set; } = "f:7f2c:lena";

    public string Name { get; set; } = "Lena Lead";

    public string Session { get; set; } = "session-1";

    public IReadOnlyList<string> Groups { get; set; } = [];

    /// <summary>The machine's time there.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    public DateTimeOffset? SignedInAt { get; set; } = DateTimeOffset.UtcNow;

    /// <summary>It does not ask for a password again, whatever it is asked.</summary>
    public bool KeepsSignedInAt { get; set; }

    /// <summary>The last request to sign in.</summary>
    public OpenIddictRequest? Asked { get; private set; }

    /// <summary>The last request to leave.</summary>
    public OpenIddictRequest? Left { get; private set; }

    public OpenIdSettings Settings => new(Address, "diversion")
    {
        ClientSecret = Secret,
        PublicUrl = new Uri("https://diversion.example"),
        Backchannel = app.GetTestServer().CreateHandler(),
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private ClaimsPrincipal Person()
    {
        var identity = new ClaimsIdentity("provider");
        identity.SetClaim(Claims.Subject, Subject).SetClaim(Claims.Name, Name).SetClaim("sid", Session);
        if (SignedInAt is { } at)
        {
            identity.SetClaim(Claims.AuthenticationTime, at.ToUnixTimeSeconds());
        }

        identity.SetClaims("groups", [.. Groups]);
        identity.SetScopes(Scopes.OpenId, Scopes.Profile);
        identity.SetDestinations(claim => [Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}

using Diversion.Casework.Links;
using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Diversion.Web.SignIn;

/// <summary>
/// The interactive sign-in of a real programme: the identity provider says which account it is, the directory (or the
/// provider's roles) who that is here, and a cookie keeps the session. The directory is asked again at each request.
/// </summary>
public static class OpenIdSession
{
    /// <summary>For <see cref="Settings.WebSettings.InteractiveScheme"/>.</summary>
    public const string Scheme = "session";

    /// <summary>The scheme that talks to the identity provider.</summary>
    public const string Provider = "provider";

    internal const string Account = "account";

    private const string Subject = "subject";
    private const string SessionId = "sid";
    private const string IdToken = "id_token";

    /// <summary>Signatures of the provider's private key alone: neither none, nor one that our own secret could make.</summary>
    internal static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static IServiceCollection AddOpenIdSession(this IServiceCollection services, OpenIdSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<AccountReader>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<FirstLeadCode>();
        services.AddSingleton<NewAccount>();
        services.AddAuthentication()
            .AddCookie(Scheme, options =>
            {
                BrowserSession.Configure(options);
                options.Events.OnRedirectToLogin = ToProvider;
                options.Events.OnValidatePrincipal = KnowThePerson;
                options.Events.OnSigningOut = LeaveTheProvider;
                var renew = options.Events.OnCheckSlidingExpiration;
                options.Events.OnCheckSlidingExpiration = async context =>
                {
                    await renew(context);

                    // Otherwise the renewed cookie would take the place of the one that is deleted below.
                    context.ShouldRenew &= !FreshSignIn.IsNeeded(context.HttpContext) || FreshSignIn.IsIn(context.Properties, context.Options.TimeProvider!);
                };
            })
            .AddOpenIdConnect(Provider, options => Configure(options, settings));
        return services;
    }

    private static void Configure(OpenIdConnectOptions options, OpenIdSettings settings)
    {
        options.Authority = settings.Authority.OriginalString;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        options.SignInScheme = Scheme;
        options.CallbackPath = Addresses.SignInCallback;
        options.SignedOutCallbackPath = Addresses.SignedOutCallback;

        // By the front channel the cookie of another site would be needed, which browsers no longer send.
        options.RemoteSignOutPath = default;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.BackchannelHttpHandler = settings.Backchannel;
        options.BackchannelTimeout = TimeSpan.FromSeconds(20);
        options.TokenValidationParameters.NameClaimType = JwtRegisteredClaimNames.Name;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
        {
            // The answer comes as a link, so that the cookies need not be sent with posts of other sites.
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = Public(context.Request, settings, Addresses.SignInCallback);
            FreshSignIn.Pass(context.Properties, context.ProtocolMessage);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToIdentityProviderForSignOut = context =>
        {
            context.ProtocolMessage.PostLogoutRedirectUri = Public(context.Request, settings, Addresses.SignedOutCallback);
            context.ProtocolMessage.IdTokenHint = context.Properties.GetString(IdToken);
            return Task.CompletedTask;
        };
        options.Events.OnTokenValidated = FindThePerson;
        options.Events.OnRemoteFailure = TellFailure;
    }

    /// <summary>Behind a proxy only the settings know the address that browsers see.</summary>
    private static string Public(HttpRequest request, OpenIdSettings settings, string path) =>
        new Uri(Loopback.IsHost(request.Host.Host) ? new Uri($"{request.Scheme}://{request.Host}") : settings.PublicUrl, path).AbsoluteUri;

    /// <summary>
    /// To the provider and back to the page. A script that finds the session ended cannot be sent there: it gets 401. Who
    /// comes back to a form that they had filled in, or needs a fresh sign-in, is asked for their password.
    /// </summary>
    private static async Task ToProvider(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Headers["Sec-Fetch-Mode"] is [not "navigate"])
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var properties = new AuthenticationProperties { RedirectUri = $"{request.PathBase}{request.Path}{request.QueryString}" };
        if (FreshSignIn.IsNeeded(context.HttpContext) || request.Path.StartsWithSegments(Addresses.KeptAnswers.TrimEnd('/'), StringComparison.Ordinal))
        {
            FreshSignIn.Ask(properties);
        }

        try
        {
            await context.HttpContext.ChallengeAsync(Provider, properties);
        }
        catch (InvalidOperationException silent)
        {
            // Its settings could not be read.
            LogOf(context.HttpContext).SignInFailed(silent.GetType().Name);
            await NotLetIn.Tell(
                context.HttpContext,
                StatusCodes.Status503ServiceUnavailable,
                "The service that checks your account does not answer. Wait a minute and try again. If it goes on, tell the system administrator.");
        }
    }

    private static async Task KnowThePerson(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var (account, began) = (context.Properties.GetString(Account), BrowserSession.BeganAt(context.Properties));
        if (account is null || began is null || BrowserSession.IsOver(context) || Tokens.Read(context.Principal!) is not { } actor
            || await http.RequestServices.GetRequiredService<EndedSessions>().Includes(
                context.Properties.GetString(SessionId), context.Properties.GetString(Subject), began.Value, http.RequestAborted))
        {
            context.RejectPrincipal();
            return;
        }

        var now = http.RequestServices.GetRequiredService<AccountReader>().Now(account, actor);
        if (now.FirstOrDefault(one => one.Id == actor.Id && one.Role == actor.Role) is not { } current)
        {
            context.RejectPrincipal();
            return;
        }

        if (FreshSignIn.IsNeeded(http) && !FreshSignIn.IsIn(context.Properties, context.Options.TimeProvider!))
        {
            // What was typed is kept, and is sent again after the sign-in that this forces.
            if (!HttpMethods.IsGet(context.Request.Method))
            {
                // As late as possible: the page that says so clears the headers.
                http.Response.OnStarting(() =>
                {
                    context.Options.CookieManager.DeleteCookie(http, context.Options.Cookie.Name!, context.Options.Cookie.Build(http));
                    return Task.CompletedTask;
                });
            }

            context.RejectPrincipal();
            return;
        }

        context.ReplacePrincipal(Tokens.PrincipalOf(current, Scheme));
        BrowserSession.Tell(context);
        if (now.Count > 1)
        {
            http.Features.Set(new SessionRoles(now));
        }
    }

    private static async Task FindThePerson(TokenValidatedContext context)
    {
        var http = context.HttpContext;
        if (context.TokenEndpointResponse?.IdToken is not { } token || new JsonWebToken(token) is not { EncodedSignature.Length: > 0 } read || !Algorithms.Contains(read.Alg))
        {
            // The specification lets a token that came straight from the provider go unsigned, and so does the library; we do not.
            context.Fail("The token is not signed by the provider.");
            return;
        }

        var (claims, properties) = (context.Principal!, context.Properties!);
        switch (http.RequestServices.GetRequiredService<AccountReader>().Read(claims))
        {
            case AccountReading.Known known when FreshSignIn.Proof(context) is { } proved:
                context.Principal = Tokens.PrincipalOf(known.Actors[0], Scheme);
                properties.SetString(Account, known.Account);
                properties.SetString(Subject, context.SecurityToken.Subject);
                properties.SetString(SessionId, claims.FindFirst(SessionId)?.Value);
                properties.SetString(IdToken, token);
                FreshSignIn.Note(properties, proved);
                if (known.Actors.Count > 1)
                {
                    properties.RedirectUri = Addresses.ChooseRole + QueryString.Create("returnUrl", properties.RedirectUri ?? "/");
                }

                break;
            case AccountReading.Known:
                context.HandleResponse();
                await NotLetIn.Tell(http, StatusCodes.Status403Forbidden, "This page needs you to sign in again, and your sign-in did not show that you have just done so. Sign out, sign in again and open the page; if that does not help, ask the system administrator to let the provider say when people signed in (auth_time).");
                break;
            case AccountReading.Unknown unknown:
                context.HandleResponse();
                http.RequestServices.GetRequiredService<NewAccount>().Keep(http, unknown);
                http.Response.Redirect(Addresses.UnknownAccount);
                break;
            case AccountReading.Refused refused:
                context.HandleResponse();
                await NotLetIn.Tell(http, StatusCodes.Status403Forbidden, refused.Advice);
                break;
        }
    }

    private static async Task LeaveTheProvider(CookieSigningOutContext context)
    {
        var http = context.HttpContext;
        if ((await http.AuthenticateAsync(Scheme)).Properties?.GetString(IdToken) is not { } token)
        {
            return;
        }

        try
        {
            var leaving = new AuthenticationProperties { RedirectUri = Addresses.SignOut };
            leaving.SetString(IdToken, token);
            await http.SignOutAsync(Provider, leaving);
        }
        catch (InvalidOperationException)
        {
            // The provider does not answer, or has no address to sign out at: the session here ends all the same.
        }
    }

    private static ILogger LogOf(HttpContext http) => http.RequestServices.GetRequiredService<ILogger<OpenIdSettings>>();

    private static async Task TellFailure(RemoteFailureContext context)
    {
        LogOf(context.HttpContext).SignInFailed(context.Failure?.GetType().Name ?? "none");
        context.HandleResponse();
        var cancelled = context.Request.Query["error"] is ["access_denied"];
        await NotLetIn.Tell(
            context.HttpContext,
            StatusCodes.Status400BadRequest,
            cancelled
                ? "You did not sign in. Go to the home page to try again."
                : "Signing in did not work: it took too long, was begun in another window, or the provider's answer was not valid. Go to the home page to try again. If that does not help, tell the system administrator the time.");
    }
}

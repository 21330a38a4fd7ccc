using System.Security.Cryptography;
using Diversion.Functions.SignIn;
using Diversion.Web;
using Diversion.Web.Settings;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Functions.Hosting;

/// <summary>The web app with the sign-in of the place where it runs.</summary>
internal static class SignInServices
{
    /// <summary>
    /// Streams end well before the function's time limit in host.json: a function that reaches the limit takes its worker
    /// down.
    /// </summary>
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(5);

    public static void AddWeb(this IServiceCollection services, AppSettings settings)
    {
        var interactive = settings switch
        {
            { Provider: not null } => OpenIdSession.Scheme,
            { Development: null } => PlatformSignIn.SchemeName,
            { Development.Person: not null } => DevelopmentSignIn.SchemeName,
            _ => null,
        };

        // Without a key from the settings none of our own tokens can be valid.
        var tokenKey = settings.Development?.TokenKey ?? RandomNumberGenerator.GetBytes(WebSettings.ShortestKey);
        services.AddDiversionWeb(new WebSettings(tokenKey, settings.PseudonymKey)
        {
            InteractiveScheme = interactive,
            SignInOrigins = settings switch
            {
                { Provider: { } provider } => [provider.Authority.GetLeftPart(UriPartial.Authority)],
                { Development: null } => ["https://login.microsoftonline.com"],
                _ => [],
            },
            ApiScheme = settings.Development is null ? PlatformSignIn.SchemeName : JwtBearerDefaults.AuthenticationScheme,
            LongestStream = LongestStream,
            NotifyToken = settings.NotifyToken,
            HasSiblings = true,
        });
        if (settings.Provider is { } openId)
        {
            services.AddOpenIdSession(openId);
        }

        if (settings.Development is { } development)
        {
            services.AddSingleton(development);
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, DevelopmentSignIn>(DevelopmentSignIn.SchemeName, null);
        }
        else
        {
            services.AddSingleton(settings.Platform);
            services.AddSingleton(new PrincipalReader(settings.SignInClaims));
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, PlatformSignIn>(PlatformSignIn.SchemeName, null);
        }
    }
}

using Diversion.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Access;

/// <summary>
/// Who makes a request: the person named in its bearer token, otherwise the person known to the host's interactive scheme.
/// </summary>
internal static class SignInSetup
{
    private const string Either = "diversion";

    /// <summary>For the pages: anybody signed in who can act.</summary>
    public static AuthorizationPolicy SignedIn { get; } =
        new AuthorizationPolicyBuilder(Either).RequireAuthenticatedUser().RequireAssertion(context => Tokens.Read(context.User) is not null).Build();

    /// <summary>For the API: only a bearer token, unless the host has a scheme of its own for it.</summary>
    public static AuthorizationPolicy ForApi(WebSettings settings) =>
        new AuthorizationPolicyBuilder(settings.ApiScheme).RequireAuthenticatedUser().Build();

    public static void AddSignIn(this IServiceCollection services, WebSettings settings)
    {
        var authentication = services.AddAuthentication(Either).AddPolicyScheme(
            Either, null, options => options.ForwardDefaultSelector = http => Scheme(http.Request, settings));
        authentication.AddBearer(settings);
        authentication.AddScheme<AuthenticationSchemeOptions, NoSignIn>(NoSignIn.Scheme, null);
        services.AddSingleton<IClaimsTransformation, TeamManagers>();
        services.AddAuthorization();
    }

    private static string Scheme(HttpRequest request, WebSettings settings) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? settings.ApiScheme
            : settings.InteractiveScheme ?? NoSignIn.Scheme;
}

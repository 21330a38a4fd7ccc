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

    /// <summary>A program by its token, otherwise as the host has it for the API.</summary>
    private const string Api = "diversion-api";

    /// <summary>For the pages: anybody signed in who can act.</summary>
    public static AuthorizationPolicy SignedIn { get; } =
        new AuthorizationPolicyBuilder(Either).RequireAuthenticatedUser().RequireAssertion(context => Tokens.Read(context.User) is not null).Build();

    /// <summary>For the API: only a token, unless the host has a scheme of its own for it.</summary>
    public static AuthorizationPolicy ForApi { get; } =
        new AuthorizationPolicyBuilder(Api).RequireAuthenticatedUser().RequireAssertion(context => TokenScopes.Allows(context.User, context.Resource as HttpContext)).Build();

    public static void AddSignIn(this IServiceCollection services, WebSettings settings)
    {
        var authentication = services.AddAuthentication(Either).AddPolicyScheme(
            Either, null, options => options.ForwardDefaultSelector = http => Scheme(http.Request, settings));
        authentication.AddPolicyScheme(Api, null, options => options.ForwardDefaultSelector = http => ApiTokenSignIn.IsSent(http.Request) ? ApiTokenSignIn.Scheme : settings.ApiScheme);
        authentication.AddScheme<AuthenticationSchemeOptions, ApiTokenSignIn>(ApiTokenSignIn.Scheme, null);
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

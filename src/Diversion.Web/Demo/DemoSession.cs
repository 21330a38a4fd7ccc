using Diversion.Casework.Links;
using Diversion.Web.Access;
using Diversion.Web.Settings;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Demo;

/// <summary>The interactive sign-in of a demo: a cookie for the chosen demo person.</summary>
public static class DemoSession
{
    /// <summary>For <see cref="WebSettings.InteractiveScheme"/>.</summary>
    public const string Scheme = "demo-session";

    public const string SignInPath = Addresses.SignIn;
    public const string ReturnParameter = "returnUrl";

    public static IServiceCollection AddDemoSession(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Scheme, options =>
        {
            BrowserSession.Configure(options);
            options.LoginPath = SignInPath;
            options.ReturnUrlParameter = ReturnParameter;
            options.Events.OnRedirectToLogin = ToSignIn;
            options.Events.OnValidatePrincipal = KnowThePerson;
        });
        return services;
    }

    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Cookies are shared between ports: a cookie of another demo on this machine may name people that this demo does not
    /// have.
    /// </summary>
    private static Task KnowThePerson(CookieValidatePrincipalContext context)
    {
        var demo = context.HttpContext.RequestServices.GetRequiredService<IDemo>();
        if (Tokens.Read(context.Principal!) is not { } actor || !demo.People.Contains(actor) || BrowserSession.IsOver(context))
        {
            context.RejectPrincipal();
        }
        else
        {
            BrowserSession.Tell(context);
        }

        return Task.CompletedTask;
    }
}

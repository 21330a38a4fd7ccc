using Diversion.Web.Requests;
using Diversion.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Access;

internal static class BearerSetup
{
    public static void AddBearer(this AuthenticationBuilder authentication, WebSettings settings)
    {
        authentication.AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = Tokens.Validation(settings.TokenKey);
            options.Events = new JwtBearerEvents
            {
                OnTokenValidated = context =>
                {
                    if (Tokens.Read(context.Principal!) is null)
                    {
                        context.Fail("The token names nobody who can act.");
                    }

                    return Task.CompletedTask;
                },
                OnChallenge = context =>
                {
                    context.HandleResponse();
                    context.Response.Headers.WWWAuthenticate = "Bearer";
                    var problem = context.AuthenticateFailure is null
                        ? Problems.Of(401, WebProblem.NotSignedIn, "Sign in: send a token in the Authorization header as `Bearer TOKEN`.")
                        : Problems.Of(401, WebProblem.TokenInvalid, "The token has expired or was not made for this installation. Get a new one.");
                    return problem.ExecuteAsync(context.HttpContext);
                },
                OnForbidden = context => (Tokens.Read(context.HttpContext.User) is null
                    ? Problems.Of(403, WebProblem.SignInRefused, "The person of this account has left the programme. If that is wrong, ask a programme lead.")
                    : Problems.Of(403, Diversion.Casework.Answers.CaseworkRefusal.RecordNotForRole, "Your role does not do this.")).ExecuteAsync(context.HttpContext),
            };
        });
    }
}

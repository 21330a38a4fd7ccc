using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Access;

/// <summary>For a host's own sign-in: says why a caller was not let in, with a problem to a program, with a page to a person.</summary>
public static class NotLetIn
{
    /// <param name="status">401 for who has not signed in, 403 for whose sign-in is no use here.</param>
    /// <param name="advice">Says what to do.</param>
    public static Task Tell(HttpContext http, int status, string advice)
    {
        if (DiversionWeb.IsApi(http.Request.Path))
        {
            var code = status == StatusCodes.Status401Unauthorized ? WebProblem.NotSignedIn : WebProblem.SignInRefused;
            return Problems.Of(status, code, advice).ExecuteAsync(http);
        }

        http.Response.StatusCode = status;
        http.Features.Set(new PageFault(status, advice));
        return Task.CompletedTask;
    }
}

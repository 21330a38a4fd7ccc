using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Access;

/// <summary>For a host's own sign-in: says why a caller was not let in, as a problem to a program and as a page to a person.</summary>
public static class NotLetIn
{
    /// <param name="status">401 for a caller who has not signed in, 403 for one whose sign-in is not valid here.</param>
    /// <param name="advice">What to do about it.</param>
    public static Task Tell(HttpContext http, int status, string advice)
    {
        if (ApiPath.Is(http.Request.Path))
        {
            var code = status == StatusCodes.Status401Unauthorized ? WebProblem.NotSignedIn : WebProblem.SignInRefused;
            return Problems.Of(status, code, advice).ExecuteAsync(http);
        }

        http.Response.StatusCode = status;
        http.Features.Set(new PageFault(status, advice));
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Diversion.Web.Portal;

/// <summary>Distinguishes a form whose token is missing or stale from other bad requests.</summary>
internal sealed class FormExpiry : IAlwaysRunResultFilter
{
    private const string SignOut = "/sign-out";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult)
        {
            return;
        }

        // The token was for a signed-in user: once the session has ended, they are signed out already.
        if (context.HttpContext.Request.Path == SignOut && context.HttpContext.User.Identity?.IsAuthenticated != true)
        {
            context.Result = new LocalRedirectResult(SignOut);
            return;
        }

        context.HttpContext.Features.Set(PageFault.FormExpired);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

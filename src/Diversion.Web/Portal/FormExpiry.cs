using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Diversion.Web.Portal;

/// <summary>Tells a form whose token is missing or stale apart from other bad requests.</summary>
internal sealed class FormExpiry : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Features.Set(PageFault.FormExpired);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

using Diversion.Casework.Links;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Diversion.Web.Portal;

/// <summary>
/// Says why a form was refused before its page ran: its token is missing or stale, or the form cannot be read, so that no
/// token was found in it.
/// </summary>
internal sealed class FormFaults : IAsyncAlwaysRunResultFilter
{
    private const string SignOut = Addresses.SignOut;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            // The token was for a signed-in user: once the session has ended, they are signed out already.
            if (context.HttpContext.Request.Path == SignOut && context.HttpContext.User.Identity?.IsAuthenticated != true)
            {
                context.Result = new LocalRedirectResult(SignOut);
            }
            else
            {
                context.HttpContext.Features.Set(await CanBeRead(context.HttpContext.Request) ? PageFault.FormExpired : PageFault.FormUnreadable);
            }
        }

        await next();
    }

    private static async Task<bool> CanBeRead(HttpRequest request)
    {
        try
        {
            return !request.HasFormContentType || await request.ReadFormAsync(request.HttpContext.RequestAborted) is not null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }
}

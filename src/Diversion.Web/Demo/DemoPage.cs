using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Diversion.Web.Demo;

/// <summary>A page of the demo: it exists only with demo data, and only for requests from this machine.</summary>
public abstract class DemoPage : PortalPage
{
    protected IDemo Demo => HttpContext.Demo()!;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpContext.Demo() is null)
        {
            context.Result = NotFound();
        }
        else if (!HttpContext.IsFromThisMachine())
        {
            HttpContext.Features.Set(new PageFault(
                StatusCodes.Status403Forbidden, "The demo is for this machine only. Open it there, as http://127.0.0.1 or http://localhost."));
            context.Result = StatusCode(StatusCodes.Status403Forbidden);
        }
    }
}

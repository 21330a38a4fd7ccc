using Diversion.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diversion.Functions.Triggers;

/// <summary>The web app as one delegate, built once over the worker's own services.</summary>
public sealed class WebPipeline
{
    private readonly RequestDelegate run;

    public WebPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseDiversionWeb();
        run = app.Build();
    }

    /// <summary>
    /// Answers the request on its own context. The worker's routing has already chosen its one function for the request.
    /// Our routing would mistake that for its own choice, so it is removed first.
    /// </summary>
    public Task Answer(HttpContext http)
    {
        http.SetEndpoint(null);
        http.Request.RouteValues = new RouteValueDictionary();
        return run(http);
    }
}

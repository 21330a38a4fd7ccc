using Diversion.Functions.WakeUps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Diversion.Functions.Triggers;

/// <summary>
/// Every address and method, handed to the web app as it came. No key of the Functions host is asked for: who may do
/// what is the web app's business.
/// </summary>
public sealed class WebApp(WebPipeline pipeline, TaskHub hub)
{
    [Function(nameof(WebApp))]
    public async Task<IActionResult> Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        hub.Meet(client);
        await pipeline.Answer(request.HttpContext);

        // The answer is written; anything but an empty result would be written after it.
        return new EmptyResult();
    }
}

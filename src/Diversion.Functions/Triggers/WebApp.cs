using Diversion.Functions.WakeUps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Diversion.Functions.Triggers;

/// <summary>
/// Passes every address and method to the web app unchanged. It needs no key of the Functions host: the web app decides who
/// may do what.
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

        // The answer is already written; anything except an empty result would be appended to it.
        return new EmptyResult();
    }
}

using System.Diagnostics;
using Diversion.Casework.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Diversion.Web.Requests;

/// <summary>
/// Around every request of the API: turns exceptions and responses without a body into a problem, and writes one log line.
/// </summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    private const string RetrySeconds = "5";

    public async Task InvokeAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            {
                await Problems.OfStatus(http.Response.StatusCode).ExecuteAsync(http);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has disconnected; there is nobody to answer.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Answer(http, fault);
        }
        finally
        {
            log.Answered(http.Request.Method, RequestLog.Template(http), http.Response.StatusCode, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private Task Answer(HttpContext http, Exception fault)
    {
        switch (fault)
        {
            case StorageUnavailableException:
                log.StoreUnavailable(RequestLog.Template(http), fault.InnerException?.GetType().Name ?? "none");
                http.Response.Headers.RetryAfter = RetrySeconds;
                return Problems.Of(
                    StatusCodes.Status503ServiceUnavailable,
                    WebProblem.StoreUnavailable,
                    "The records cannot be reached now. Try again in a few seconds with the same Idempotency-Key.").ExecuteAsync(http);
            case BadHttpRequestException bad:
                return Problems.OfStatus(bad.StatusCode).ExecuteAsync(http);
            default:
                log.Failed(RequestLog.Template(http), fault.GetType().Name, fault.StackTrace ?? "");
                return Problems.Of(
                    StatusCodes.Status500InternalServerError,
                    WebProblem.Fault,
                    "Something went wrong on our side, and it has been logged. Tell support the time of it.").ExecuteAsync(http);
        }
    }
}

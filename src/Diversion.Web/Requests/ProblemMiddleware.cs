using System.Diagnostics;
using Diversion.Casework.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Diversion.Web.Requests;

/// <summary>
/// Around every request of the API: turns what escapes and what has no body into a problem, and writes one log line
/// with the route's template, never the address itself, a body or a name.
/// </summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
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
            // The caller has gone; there is nobody to answer.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await Answer(http, fault);
        }
        finally
        {
            LogAnswered(http.Request.Method, Template(http), http.Response.StatusCode, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private Task Answer(HttpContext http, Exception fault)
    {
        switch (fault)
        {
            case StorageUnavailableException:
                LogUnavailable(Template(http), fault.InnerException?.GetType().Name ?? "none");
                http.Response.Headers.RetryAfter = RetrySeconds;
                return Problems.Of(
                    StatusCodes.Status503ServiceUnavailable,
                    WebProblem.StoreUnavailable,
                    "The records cannot be reached now. Try again in a few seconds with the same Idempotency-Key.").ExecuteAsync(http);
            case BadHttpRequestException bad:
                return Problems.OfStatus(bad.StatusCode).ExecuteAsync(http);
            default:
                // The message may quote what somebody wrote about a person; where it happened is enough to find it.
                LogFault(Template(http), fault.GetType().Name, fault.StackTrace ?? "");
                return Problems.Of(
                    StatusCodes.Status500InternalServerError,
                    WebProblem.Fault,
                    "Something went wrong on our side, and it has been logged. Tell support the time of it.").ExecuteAsync(http);
        }
    }

    private static string Template(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "{Method} {Route} answered {Status} in {Milliseconds} ms")]
    private partial void LogAnswered(string method, string route, int status, int milliseconds);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "{Route} failed with {Fault} at {Stack}")]
    private partial void LogFault(string route, string fault, string stack);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "{Route}: the store is not available ({Fault})")]
    private partial void LogUnavailable(string route, string fault);
}

using System.Diagnostics;
using Diversion.Casework.Links;
using Diversion.Casework.Storage;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Diversion.Web.Portal;

/// <summary>
/// Around every request except the API's: turns exceptions and responses without a body into a page that says what to do,
/// and writes one log line.
/// </summary>
internal sealed class PageFaults(RequestDelegate next, ILogger<PageFaults> log)
{
    private const string RetrySeconds = "5";

    public async Task InvokeAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        var method = http.Request.Method;
        string? route = null;
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            {
                route = RequestLog.Template(http);
                var told = http.Features.Get<PageFault>();
                await Show(http, told?.Status == http.Response.StatusCode ? told : new PageFault(http.Response.StatusCode));
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader has disconnected; there is nobody to answer.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            route = RequestLog.Template(http);
            await Show(http, Of(fault, route));
        }
        finally
        {
            log.Answered(method, route ?? RequestLog.Template(http), http.Response.StatusCode, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private PageFault Of(Exception fault, string route)
    {
        switch (fault)
        {
            case StorageUnavailableException:
                log.StoreUnavailable(route, fault.InnerException?.GetType().Name ?? "none");
                return new PageFault(StatusCodes.Status503ServiceUnavailable);
            case BadHttpRequestException bad:
                return new PageFault(bad.StatusCode);
            default:
                log.Failed(route, fault.GetType().Name, fault.StackTrace ?? "");
                return new PageFault(StatusCodes.Status500InternalServerError);
        }
    }

    private async Task Show(HttpContext http, PageFault fault)
    {
        var shown = http.Request.Path.StartsWithSegments(Addresses.MyAgreement, StringComparison.OrdinalIgnoreCase) ? Addresses.MyAgreementProblem
            : http.Request.Path.StartsWithSegments(Addresses.Public, StringComparison.OrdinalIgnoreCase) ? Addresses.PublicProblem
            : Addresses.Problem;
        var (retry, allow) = (http.Response.Headers.RetryAfter, http.Response.Headers.Allow);
        http.Response.Clear();
        http.Response.StatusCode = fault.Status;
        http.Response.Headers.RetryAfter = fault.Status == StatusCodes.Status503ServiceUnavailable ? RetrySeconds : retry;
        http.Response.Headers.Allow = allow;
        http.Features.Set(fault with { Address = http.Request.Path + http.Request.QueryString });

        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.Request.Method = HttpMethods.Get;
        http.Request.Path = shown;
        http.Request.QueryString = QueryString.Empty;
        try
        {
            await next(http);
        }
        catch (Exception second) when (!http.Response.HasStarted)
        {
            log.Failed(shown, second.GetType().Name, second.StackTrace ?? "");
            http.Response.Clear();
            http.Response.StatusCode = fault.Status;
            await http.Response.WriteAsync("Something went wrong on our side, and it has been logged. Go back and try again; tell support the time if it happens again.");
        }
    }
}

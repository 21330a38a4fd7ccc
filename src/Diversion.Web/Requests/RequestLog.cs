using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Diversion.Web.Requests;

/// <summary>What is logged about a request: the route's template, never the address itself, a body or a name.</summary>
internal static partial class RequestLog
{
    public static string Template(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "{Method} {Route} answered {Status} in {Milliseconds} ms")]
    public static partial void Answered(this ILogger log, string method, string route, int status, int milliseconds);

    /// <summary>The exception's message may quote what somebody wrote about a person; where it was thrown is enough to find it.</summary>
    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "{Route} failed with {Fault} at {Stack}")]
    public static partial void Failed(this ILogger log, string route, string fault, string stack);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "{Route}: the store is not available ({Fault})")]
    public static partial void StoreUnavailable(this ILogger log, string route, string fault);
}

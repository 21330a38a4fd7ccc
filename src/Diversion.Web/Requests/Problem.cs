using Diversion.Casework.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Requests;

/// <summary>
/// A problem (RFC 9457) as an answer. Its instance is the path: references reveal nothing about the person; queries might.
/// </summary>
internal sealed class Problem(ProblemDetails details) : IResult
{
    private const string MediaType = "application/problem+json";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        details.Instance = httpContext.Request.Path;
        httpContext.Response.StatusCode = details.Status!.Value;
        return httpContext.Response.WriteAsJsonAsync(details, RequestJson.Options, MediaType, httpContext.RequestAborted);
    }
}

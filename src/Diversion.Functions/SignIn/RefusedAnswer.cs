using System.Net;
using System.Net.Mime;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Functions.SignIn;

/// <summary>Says why a caller was not let in: a problem (RFC 9457) to a program, a page to a person.</summary>
internal static class RefusedAnswer
{
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static Task Write(HttpContext http, int status, string advice)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return IsApi(http.Request) ? WriteProblem(http, status, advice) : WritePage(http, advice);
    }

    private static Task WriteProblem(HttpContext http, int status, string advice)
    {
        var problem = new ProblemDetails
        {
            Type = "urn:diversion:problem:" + WebProblem.NotSignedIn,
            Title = status == StatusCodes.Status401Unauthorized ? "Not signed in" : "Not permitted",
            Status = status,
            Detail = advice,
            Instance = http.Request.Path,
        };
        problem.Extensions["code"] = WebProblem.NotSignedIn;
        return http.Response.WriteAsJsonAsync(problem, options: null, MediaTypeNames.Application.ProblemJson, http.RequestAborted);
    }

    private static Task WritePage(HttpContext http, string advice)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><title>You cannot use this service – Diversion</title></head>
            <body>
            <main>
            <h1>You cannot use this service</h1>
            <p>{WebUtility.HtmlEncode(advice)}</p>
            <p><a href="/.auth/logout">Sign out</a></p>
            </main>
            </body>
            </html>

            """,
            http.RequestAborted);
    }
}

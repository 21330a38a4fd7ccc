using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Diversion.Web.Requests;

/// <summary>
/// A zip of a case, written while it is sent. If a paper turns out to be damaged on the way, the connection is broken off,
/// so that nobody takes a part for the whole.
/// </summary>
/// <param name="name">Of the file that it is saved as.</param>
/// <param name="write">Throws <see cref="CryptographicException"/> when a paper is not what was added.</param>
internal sealed class ZipAnswer(string name, Func<Stream, CancellationToken, ValueTask> write) : IResult, IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(OwnContentPolicy.Sandbox);
        httpContext.Response.ContentType = "application/zip";
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();

        // The archive writes the end of each entry, some bytes, at once.
        httpContext.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        try
        {
            await write(httpContext.Response.Body, httpContext.RequestAborted);
        }
        catch (CryptographicException)
        {
            httpContext.Abort();
        }
    }
}

using System.Security.Cryptography;
using Diversion.Casework.Record;
using Diversion.Casework.Transfers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Diversion.Web.Requests;

/// <summary>
/// The bundle of a case that was handed over, written while it is sent. If a paper turns out to be damaged on the way, the
/// connection is broken off, so that nobody takes a part for the whole.
/// </summary>
internal sealed class TransferZip(TransferBundles bundles, TransferBundle bundle, AccessRequest request) : IResult, IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(OwnContentPolicy.Sandbox);
        httpContext.Response.ContentType = "application/zip";
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{bundle.Manifest.Agreement}-transfer.zip" }.ToString();

        // The archive writes the end of each entry, some bytes, at once.
        httpContext.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        try
        {
            await bundles.Write(bundle, request, httpContext.Response.Body, httpContext.RequestAborted);
        }
        catch (CryptographicException)
        {
            httpContext.Abort();
        }
    }
}

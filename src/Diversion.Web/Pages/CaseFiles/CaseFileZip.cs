using System.Security.Cryptography;
using Diversion.Casework.Papers;
using Diversion.Casework.Record;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Diversion.Web.Pages.CaseFiles;

/// <summary>
/// The zip, written while it is sent. If a paper turns out to be damaged on the way, the connection is broken off, so that
/// nobody takes a part for the whole.
/// </summary>
internal sealed class CaseFileZip(CaseFileBundles bundles, CaseFileBundle bundle, byte[] page, AccessRequest request) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var name = Path.GetFileNameWithoutExtension(bundle.Page);
        http.Features.Set(OwnContentPolicy.Sandbox);
        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{bundle.File.Agreement}-{name}.zip" }.ToString();

        // The archive writes the end of each entry, some bytes, at once.
        http.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        try
        {
            await bundles.Write(bundle, page, request, http.Response.Body, http.RequestAborted);
        }
        catch (CryptographicException)
        {
            http.Abort();
        }
    }
}

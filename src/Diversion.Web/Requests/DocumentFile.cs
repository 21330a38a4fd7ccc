using System.Security.Cryptography;
using Diversion.Casework.Documents;
using Diversion.Casework.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Diversion.Web.Requests;

/// <summary>
/// A paper to be saved, never shown: as no kind of content that a browser opens, and in a sandbox. Its name is ours; what
/// the file was called is not kept. If it turns out to be damaged on the way, the connection is broken off, so that nobody
/// takes a part for the whole.
/// </summary>
internal sealed class DocumentFile(string reference, OpenedDocument opened) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var content = opened.Content;
        var paper = opened.Document;
        var response = httpContext.Response;
        httpContext.Features.Set(OwnContentPolicy.Sandbox);
        response.ContentType = "application/octet-stream";
        response.ContentLength = paper.Size;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = OwnContentPolicy.Sandbox.Policy;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = NameOf(reference, paper) }.ToString();
        try
        {
            await content.CopyToAsync(response.Body, httpContext.RequestAborted);
        }
        catch (Exception damaged) when (damaged is CryptographicException or InvalidOperationException)
        {
            httpContext.Abort();
        }
    }

    private static string NameOf(string reference, DocumentView paper) =>
        $"{reference}-{DocumentWords.Of(paper.Kind).Replace(' ', '-')}-{paper.Id[..Math.Min(6, paper.Id.Length)]}.{DocumentWords.Ending(paper.Format)}";
}

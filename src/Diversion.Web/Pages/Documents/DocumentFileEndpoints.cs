using System.Security.Cryptography;
using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Documents;
using Diversion.Casework.Links;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Web.Access;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Pages.Documents;

/// <summary>The bytes of a paper for the pages: as a file to save, and a photo drawn anew for its page.</summary>
internal static class DocumentFileEndpoints
{
    public static void MapDocumentFiles(this IEndpointRouteBuilder endpoints)
    {
        var paper = endpoints.MapGroup(Addresses.DocumentRoute).RequireAuthorization(SignInSetup.SignedIn).ExcludeFromDescription();
        paper.MapGet("/file", File);
        paper.MapGet("/picture", Picture);
    }

    private static Task<IResult> File(
        string reference, string document, HttpContext http, Caller by, AccessReasons reasons, DocumentQuery papers, IClock clock, CancellationToken cancellation) =>
        Open(reference, document, http, by, reasons, papers, clock, opened => Task.FromResult<IResult>(new DocumentFile(reference, opened)), cancellation);

    private static Task<IResult> Picture(
        string reference, string document, HttpContext http, Caller by, AccessReasons reasons, DocumentQuery papers, IClock clock, CancellationToken cancellation) =>
        Open(reference, document, http, by, reasons, papers, clock, opened => Draw(http, opened, cancellation), cancellation);

    /// <summary>Whether its page shows it: nothing else is drawn.</summary>
    public static bool IsShown(DocumentFormat format) => format is DocumentFormat.Jpeg or DocumentFormat.Png;

    private static async Task<IResult> Draw(HttpContext http, OpenedDocument opened, CancellationToken cancellation)
    {
        await using var content = opened.Content;
        if (!IsShown(opened.Document.Format))
        {
            return Results.NotFound();
        }

        var original = new byte[opened.Document.Size];
        try
        {
            await content.ReadExactlyAsync(original, cancellation);
        }
        catch (Exception damaged) when (damaged is CryptographicException or EndOfStreamException)
        {
            return Results.NotFound();
        }

        if (await SafePicture.Draw(original, cancellation) is not { } drawn)
        {
            return Results.NotFound();
        }

        http.Features.Set(OwnContentPolicy.Sandbox);
        return Results.Bytes(drawn, SafePicture.ContentType);
    }

    private static async Task<IResult> Open(
        string reference,
        string document,
        HttpContext http,
        Actor by,
        AccessReasons reasons,
        DocumentQuery papers,
        IClock clock,
        Func<OpenedDocument, Task<IResult>> send,
        CancellationToken cancellation)
    {
        var reply = await papers.Open(reference, document, new AccessRequest(by, clock.GetCurrentInstant(), reasons.For(http, by, reference)), cancellation);
        if (reply is Reply<OpenedDocument>.Given { Value: var opened })
        {
            return await send(opened);
        }

        var refusal = ((Reply<OpenedDocument>.Refused)reply).Refusal;
        if (refusal.Code == CaseworkRefusal.AccessReasonMissing)
        {
            return Results.LocalRedirect($"{Addresses.Reason(reference)}?returnUrl={Uri.EscapeDataString(Addresses.Documents(reference))}");
        }

        http.Features.Set(new PageFault(Problems.StatusOf(refusal), RefusalWording.Of(refusal)));
        return Results.StatusCode(Problems.StatusOf(refusal));
    }
}

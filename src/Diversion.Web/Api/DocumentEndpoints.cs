using Diversion.Casework;
using Diversion.Casework.Documents;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>The form of a file that is added, for the description.</summary>
/// <param name="File">The file: PDF, JPG, PNG, HEIC, DOCX, text, MSG or EML, by its content; up to 20 MB.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Up to 200 characters.</param>
/// <param name="ConditionId">The condition that it is about; a partner always names one.</param>
/// <param name="Item">The meeting or session of that condition.</param>
internal sealed record DocumentForm(IFormFile File, DocumentKind Kind, string? Title, string? ConditionId, string? Item);

/// <summary>The papers of an agreement.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this RouteGroupBuilder api)
    {
        var record = api.MapGroup("/agreements/{id}");
        record.MapGet("/documents", List)
            .WithName("documents").WithTags("documents").WithSummary("The papers of the case that the caller may see.")
            .WithDescription("Newest first. Partners see only their own." + RecordEndpoints.ReasonNote)
            .Produces<IReadOnlyList<DocumentView>>().ProducesProblems(403, 404);
        record.MapGet("/documents/{document}", File)
            .WithName("document").WithTags("documents").WithSummary("One paper, as it was added.")
            .WithDescription("Each time it is asked for is logged." + RecordEndpoints.ReasonNote)
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblems(403, 404, 409);
        record.MapPost($"/{CommandCatalogue.NameOf<DocumentCommand.KeepDocument>()}", Keep)
            .WithName(CommandCatalogue.NameOf<DocumentCommand.KeepDocument>()).WithTags("documents").WithSummary("Add a paper.")
            .WithDescription("For police, key workers, team managers, leads and partners, on their own cases. The same file twice is refused; sent again under the same Idempotency-Key it changes nothing.")
            .WithMetadata(new AcceptsMetadata(["multipart/form-data"], typeof(DocumentForm), isOptional: false))
            .Produces<CommandAnswer>().ProducesProblems(400, 403, 404, 409, 413, 415, 422);
        record.MapPost($"/{CommandCatalogue.NameOf<DocumentCommand.RemoveDocument>()}", Remove)
            .WithName(CommandCatalogue.NameOf<DocumentCommand.RemoveDocument>()).WithTags("documents").WithSummary("Remove a paper.")
            .WithDescription("For leads. Its file is deleted; that there was one, and its hash, stay.")
            .WithMetadata(new AcceptsMetadata(["application/json"], typeof(DocumentCommand.RemoveDocument), isOptional: false))
            .Produces<CommandAnswer>().ProducesProblems(400, 403, 404, 409, 412, 413, 415, 422);
    }

    private static async Task<IResult> List(
        string id, [FromHeader(Name = RecordEndpoints.ReasonHeader)] string? reason, Caller by, DocumentQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(id, new AccessRequest(by, clock.GetCurrentInstant(), HeaderText.Read(reason)), cancellation)).ToResult();

    private static async Task<IResult> File(
        string id, string document, [FromHeader(Name = RecordEndpoints.ReasonHeader)] string? reason, Caller by, DocumentQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Open(id, document, new AccessRequest(by, clock.GetCurrentInstant(), HeaderText.Read(reason)), cancellation))
            .ToResult(opened => new DocumentFile(id, opened));

    private static async Task<IResult> Keep(
        string id,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        HttpContext http,
        Caller by,
        DocumentKeeping keeping,
        Commanding commanding,
        IClock clock,
        CancellationToken cancellation)
    {
        if (Unknown(id) is { } unknown)
        {
            return unknown;
        }

        var (form, problem) = await SentFile.Read(http.Request, "The file is larger than 20 MB. Make it smaller, or send it as several files.", cancellation);
        if (problem is not null)
        {
            return problem;
        }

        if (form!.Files.GetFile("file") is not { } file)
        {
            return Problems.Of(new Refusal.Invalid(RefusalCode.DocumentEmpty, "The form has no file. Send it as the part `file`, with a file name.") { Field = "file" });
        }

        // A kind that is not known stays one, and the domain says which there are.
        var kind = Enum.TryParse<DocumentKind>(form["kind"], ignoreCase: true, out var read) && form["kind"] is [{ Length: > 0 } text] && char.IsAsciiLetter(text[0]) ? read : (DocumentKind)(-1);
        var paper = new NewDocument(kind, Text("title"), Text("conditionId"), Text("item"));
        await using var content = file.OpenReadStream();
        var outcome = await keeping.Keep(new AgreementId(id), paper, content, by, clock.GetCurrentInstant(), HeaderText.Unquoted(key), cancellation);
        return await commanding.Answer(http, by, outcome, cancellation);

        string? Text(string field) => form[field] is [{ Length: > 0 } value] ? value : null;
    }

    private static async Task<IResult> Remove(
        string id,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        HttpContext http,
        Caller by,
        DocumentKeeping keeping,
        Commanding commanding,
        IClock clock,
        CancellationToken cancellation)
    {
        if (Unknown(id) is { } unknown)
        {
            return unknown;
        }

        var (command, problem) = await Body.Read<DocumentCommand.RemoveDocument>(http.Request, Body.LargestCommand, cancellation);
        var (versions, wrong) = Preconditions.IfMatch(ifMatch);
        if ((problem ?? wrong) is { } fault)
        {
            return fault;
        }

        var outcome = await keeping.Remove(
            new AgreementId(id), command!.DocumentId, command.Reason, by, clock.GetCurrentInstant(), new ExecuteOptions(versions?[0], HeaderText.Unquoted(key)), cancellation);
        return await commanding.Answer(http, by, outcome, cancellation);
    }

    private static Problem? Unknown(string id) => AgreementIds.IsWellFormed(id)
        ? null
        : Problems.Of(new Refusal.Unknown(RefusalCode.AgreementUnknown, "There is no such agreement. Check the reference."));
}

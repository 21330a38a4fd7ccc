using Diversion.Casework.Record;
using Diversion.Casework.Transfers;
using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>The form of a case that comes in, for the description.</summary>
/// <param name="File">The bundle as the other programme saved it; up to 64 MB.</param>
/// <param name="Code">Its code, as they read it out.</param>
/// <param name="KeyWorker">The id of a key worker of this programme; likewise of the others.</param>
/// <param name="Officer">The id of the police officer of the case here.</param>
/// <param name="Facilitator">Needed while restorative justice is open.</param>
/// <param name="Provider">The name of the provider in place of those that do not work for this programme; needed while a pathway of such a one is open.</param>
internal sealed record TransferForm(IFormFile File, string Code, string KeyWorker, string Officer, string? Facilitator, string? Provider);

/// <summary>Cases that go to another force or programme, and come from one.</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this RouteGroupBuilder api)
    {
        api.MapGet("/agreements/{id}/transfer-bundle", Bundle)
            .WithName("transfer-bundle").WithTags("transfer").WithSummary("The bundle of a case that was handed over.")
            .WithDescription("For leads, until the other side has confirmed. Each time it is asked for is logged. Its code is on the case’s page; tell it apart from the bundle.")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip").ProducesProblems(403, 404, 409);
        api.MapPost("/transfers", Import)
            .WithName("import-transfer").WithTags("transfer").WithSummary("Import a case that another programme handed over.")
            .WithDescription("For leads. The bundle is checked whole before anything is kept; imported twice it is refused.")
            .WithMetadata(new AcceptsMetadata(["multipart/form-data"], typeof(TransferForm), isOptional: false))
            .Produces<CommandAnswer>(StatusCodes.Status201Created).ProducesProblems(400, 403, 409, 413, 415, 422);
    }

    private static async Task<IResult> Bundle(string id, Caller by, TransferBundles bundles, IClock clock, CancellationToken cancellation)
    {
        var request = new AccessRequest(by, clock.GetCurrentInstant());
        return (await bundles.Of(id, request, cancellation)).ToResult(bundle => new ZipAnswer(bundle.FileName, (to, stop) => bundles.Write(bundle, request, to, stop)));
    }

    private static async Task<IResult> Import(HttpContext http, Caller by, TransferImport import, Commanding commanding, IClock clock, CancellationToken cancellation)
    {
        var (form, problem) = await SentFile.Read(http.Request, "The bundle is larger than 60 MB. Import it on the server with `import transfer`.", cancellation);
        if (problem is not null)
        {
            return problem;
        }

        if (form!.Files.GetFile("file") is not { } file)
        {
            return Problems.Of(new Refusal.Invalid(RefusalCode.DocumentEmpty, "The form has no file. Send it as the part `file`, with a file name.") { Field = "file" });
        }

        await using var zip = file.OpenReadStream();
        var outcome = await import.Run(zip, new TakingOver(Text("code"), Text("keyWorker"), Text("officer"), Text("facilitator"), Text("provider")), by, clock.GetCurrentInstant(), cancellation);
        return await commanding.Answer(http, by, outcome, cancellation, creates: true);

        string? Text(string field) => form[field] is [{ Length: > 0 } value] ? value : null;
    }
}

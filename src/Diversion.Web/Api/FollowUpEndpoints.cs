using System.Text;
using Diversion.Casework.Answers;
using Diversion.Casework.FollowUps;
using Diversion.Casework.Reoffences;
using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>The form of an import of reoffences, for the description.</summary>
/// <param name="File">CSV in UTF-8, up to 64 MB; docs/import.md lists the columns.</param>
/// <param name="DryRun"><c>true</c>: everything is read, matched and decided, and nothing is kept.</param>
internal sealed record ReoffencesForm(IFormFile File, string? DryRun);

/// <summary>The results of follow-up that are owed, and the force's file of reoffences.</summary>
internal static class FollowUpEndpoints
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static void MapFollowUp(this RouteGroupBuilder api)
    {
        api.MapGet("/follow-up", Owed)
            .WithName("follow-up").WithTags("follow-up").WithSummary("Results of follow-up that are owed, due first.")
            .WithDescription("For leads, and for analysts under pseudonyms. A result is listed from 12 months after the allocation or signing until the police's records were searched up to its last day. Pages of 50.")
            .Produces<Page<FollowUpItem>>().ProducesProblems(400, 403);
        api.MapPost("/reoffences", Import)
            .WithName("import-reoffences").WithTags("follow-up").WithSummary("Import the force's file of reoffences.")
            .WithDescription("For analysts and leads. Rows that cannot be taken are named with their line and reason; the others are taken. With `dryRun` `true` nothing is kept. Imported twice nothing changes.")
            .WithMetadata(new AcceptsMetadata(["multipart/form-data"], typeof(ReoffencesForm), isOptional: false))
            .Produces<ReoffenceReport>().ProducesProblems(400, 403, 413, 415, 422);
    }

    private static async Task<IResult> Owed(string? cursor, Caller by, FollowUpQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(by, clock.GetCurrentInstant(), cursor, cancellation)).ToResult();

    private static async Task<IResult> Import(HttpContext http, Caller by, ReoffenceImport import, IClock clock, CancellationToken cancellation)
    {
        var (form, problem) = await SentFile.Read(http.Request, "The file is too large. Import it in parts, or on the server with `import reoffences`.", cancellation);
        if (problem is not null)
        {
            return problem;
        }

        if (form!.Files.GetFile("file") is not { } file)
        {
            return Problems.Of(new Refusal.Invalid(RefusalCode.DocumentEmpty, "The form has no file. Send it as the part `file`, with a file name.") { Field = "file" });
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        try
        {
            var csv = Utf8.GetString(bytes.ToArray()).TrimStart('\uFEFF');
            return (await import.Run(csv, by, clock.GetCurrentInstant(), form["dryRun"] is [{ } dry] && dry.Equals("true", StringComparison.OrdinalIgnoreCase), cancellation)).ToResult();
        }
        catch (DecoderFallbackException)
        {
            return Problems.Of(new Refusal.Invalid(RefusalCode.TextInvalid, "The file is not UTF-8. Save it as UTF-8 and send it again.") { Field = "file" });
        }
    }
}

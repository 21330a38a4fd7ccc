using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Duplicates;
using Diversion.Casework.Messages;
using Diversion.Casework.Papers;
using Diversion.Casework.Record;
using Diversion.Casework.Sharing;
using Diversion.Casework.SubjectAccess;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>One agreement, and the parts of its record.</summary>
internal static class RecordEndpoints
{
    internal const string ReasonHeader = "X-Access-Reason";
    internal const string ReasonNote = " Outside your own work, give the reason in X-Access-Reason (10 to 500 characters: UTF-8, percent-encoded UTF-8, or Latin-1); it is logged with your name.";

    public static void MapRecords(this RouteGroupBuilder api)
    {
        var record = api.MapGroup("/agreements/{id}").WithTags("agreements");
        record.MapGet("", Agreement)
            .WithName("agreement").WithSummary("The agreement, and what falls due next.")
            .WithDescription("Each role sees its part of it." + ReasonNote)
            .Produces<AgreementView>().Produces(StatusCodes.Status304NotModified).ProducesProblems(403, 404);
        record.MapGet("/timeline", Timeline)
            .WithName("timeline").WithSummary("Everything that happened, with who and why.")
            .WithDescription("For police, key workers, team managers and leads. `order` is oldest (default) or newest first; `limit` 1 to 200." + ReasonNote)
            .Produces<Page<TimelineItem>>().ProducesProblems(400, 403, 404);
        record.MapGet("/possible-duplicates", PossibleDuplicates)
            .WithName("possible-duplicates").WithSummary("Other cases that may be of the same person.")
            .WithDescription("For police, key workers and leads. The same name and birth date, PNC id or custody reference." + ReasonNote)
            .Produces<IReadOnlyList<DuplicateView>>().ProducesProblems(403, 404);
        record.MapGet("/breach-file", BreachFile)
            .WithName("breach-file").WithSummary("The breach file.")
            .WithDescription("For leads, sergeants, team managers and the officer's team, while a breach is under review and after it was confirmed." + ReasonNote)
            .Produces<CaseFile>().ProducesProblems(403, 404);
        record.MapGet("/completion-file", CompletionFile)
            .WithName("completion-file").WithSummary("The completion file.")
            .WithDescription("For leads, sergeants, team managers and the officer's team, after the agreement was completed." + ReasonNote)
            .Produces<CaseFile>().ProducesProblems(403, 404);
        record.MapGet("/subject-access/{number:int}", SubjectAccess)
            .WithName("subject-access").WithSummary("The record as it is given to the person who asked for it.")
            .WithDescription("For leads, once a request is recorded (`record-access-request`). What concerns others is left out by rule and by `mark-passage`. Each answer is logged with its SHA-256.")
            .Produces<SubjectAccessDocument>().ProducesProblems(403, 404, 409);
        record.MapGet("/access-log", AccessLog)
            .WithName("access-log").WithSummary("Who looked at the record outside their own work.")
            .WithDescription("For leads and sergeants. Newest first." + ReasonNote)
            .Produces<IReadOnlyList<AccessEntry>>().ProducesProblems(403, 404);
        record.MapGet("/shared", Shared)
            .WithName("shared").WithSummary("What the caller's organisation is told of the person.")
            .WithDescription("For partners, by the sharing agreements with their organisation and, where that is the basis, the person's consent. Each answer is logged.")
            .Produces<SharedRecordView>().ProducesProblems(403);
        record.MapGet("/messages", Messages)
            .WithName("messages").WithSummary("Mail and messages of the agreement, and the state of their delivery.")
            .WithDescription("For leads, team managers and key workers. Newest first." + ReasonNote)
            .Produces<IReadOnlyList<MessageView>>().ProducesProblems(403, 404);
    }

    private static async Task<IResult> PossibleDuplicates(
        string id, [FromHeader(Name = ReasonHeader)] string? reason, Caller by, DuplicatesQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(id, new AccessRequest(by, clock.GetCurrentInstant(), reason), cancellation)).ToResult();

    private static async Task<IResult> Agreement(
        string id,
        [FromHeader(Name = ReasonHeader)] string? reason,
        [FromHeader(Name = "If-None-Match")] string? ifNoneMatch,
        HttpContext http,
        Caller by,
        AgreementQuery query,
        IClock clock,
        CancellationToken cancellation) =>
        (await query.Of(id, new AccessRequest(by, clock.GetCurrentInstant(), HeaderText.Read(reason)), cancellation)).ToResult(view =>
        {
            // The same address has a different answer for each viewer: only the viewer's own client may cache it, and it must revalidate.
            http.Response.Headers.ETag = Preconditions.ETag(view.Version);
            http.Response.Headers.CacheControl = "private, no-cache";
            http.Response.Headers.Vary = "Authorization";
            return Preconditions.IsNoneMatch(ifNoneMatch, view.Version)
                ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                : TypedResults.Ok(view);
        });

    private static async Task<IResult> Timeline(
        string id,
        string? order,
        string? limit,
        string? cursor,
        [FromHeader(Name = ReasonHeader)] string? reason,
        Caller by,
        TimelineQuery query,
        IClock clock,
        CancellationToken cancellation)
    {
        var text = new QueryText();
        var size = text.Number("limit", limit, 50, 1, TimelineQuery.MostItems);
        var first = text.OneOf<TimelineOrder>("order", order);
        return text.Fault ?? (await query.Of(
            id, new AccessRequest(by, clock.GetCurrentInstant(), HeaderText.Read(reason)), first == TimelineOrder.Newest, size, cursor, cancellation)).ToResult();
    }

    private static async Task<IResult> CompletionFile(
        string id, [FromHeader(Name = ReasonHeader)] string? reason, Caller by, CaseFileQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(CaseFileKind.Completion, id, new AccessRequest(by, clock.GetCurrentInstant(), HeaderText.Read(reason)), cancellation)).ToResult();

    private static async Task<IResult> BreachFile(
        string id, [FromHeader(Name = ReasonHeader)] string? reason, Caller by, CaseFileQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(CaseFileKind.Breach, id, new AccessRequest(by, clock.GetCurrentInstant(), HeaderText.Read(reason)), cancellation)).ToResult();

    private static async Task<IResult> SubjectAccess(
        string id, int number, [FromHeader(Name = ReasonHeader)] string? reason, Caller by, SubjectAccessQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.GiveOut(id, number, new AccessRequest(by, clock.GetCurrentInstant(), HeaderText.Read(reason)), cancellation)).ToResult();

    private static async Task<IResult> AccessLog(
        string id, [FromHeader(Name = ReasonHeader)] string? reason, Caller by, AccessLogQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(id, new AccessRequest(by, clock.GetCurrentInstant(), reason), cancellation: cancellation)).ToResult();

    private static async Task<IResult> Shared(string id, Caller by, SharedRecordQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(id, new AccessRequest(by, clock.GetCurrentInstant()), cancellation)).ToResult();

    private static async Task<IResult> Messages(
        string id, [FromHeader(Name = ReasonHeader)] string? reason, Caller by, MessageQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(id, new AccessRequest(by, clock.GetCurrentInstant(), HeaderText.Read(reason)), cancellation: cancellation)).ToResult();

    internal enum TimelineOrder
    {
        Oldest,
        Newest,
    }
}

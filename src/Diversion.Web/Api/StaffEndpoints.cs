using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Staff;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>The result of a command on staff.</summary>
/// <param name="Version">The directory's version after it; also the ETag.</param>
/// <param name="Events">What was added; empty when it had been done already.</param>
/// <param name="NextDue">When somebody next starts or leaves, or a cover ends; left out when nothing does.</param>
public sealed record StaffAnswer(int Version, IReadOnlyList<EventName> Events, Instant? NextDue);

/// <summary>The staff directory: people, teams, organisations, and one address for each command.</summary>
internal static class StaffEndpoints
{
    public static void MapStaff(this RouteGroupBuilder api)
    {
        var staff = api.MapGroup("/staff").WithTags("staff");
        staff.MapGet("", Directory)
            .WithName("staff").WithSummary("The programme's people, teams and organisations.")
            .WithDescription("For programme leads. With those who have left, and what is closed.")
            .Produces<StaffView>().ProducesProblems(403);
        staff.MapGet("/timeline", Timeline)
            .WithName("staff-timeline").WithSummary("Everything that happened to the directory, with who and why.")
            .WithDescription("For programme leads. `order` is oldest (default) or newest first; `limit` 1 to 200.")
            .Produces<Page<TimelineItem>>().ProducesProblems(400, 403);
        // Those of the clock come from inside.
        foreach (var entry in StaffCommands.All.Where(entry => !entry.Roles.Any(AccessPolicy.IsClock)))
        {
            staff.MapPost(
                    $"/{entry.Name}",
                    (
                        [FromHeader(Name = "If-Match")] string? ifMatch,
                        [FromHeader(Name = "Idempotency-Key")] string? key,
                        HttpContext http,
                        Caller by,
                        StaffService service,
                        EventNames names,
                        IClock clock,
                        CancellationToken cancellation) => Run(entry, ifMatch, key, http, by, service, names, clock, cancellation))
                .WithName(entry.Name)
                .WithSummary($"{CommandEndpoints.Capital(entry.Name)}.")
                .WithDescription("For programme leads.")
                .WithMetadata(new AcceptsMetadata(["application/json"], entry.Command, isOptional: false))
                .Produces<StaffAnswer>()
                .ProducesProblems(400, 403, 409, 412, 413, 415, 422);
        }
    }

    private static async Task<IResult> Directory(HttpContext http, Caller by, StaffQuery query, CancellationToken cancellation) =>
        (await query.Directory(by, cancellation)).ToResult(view =>
        {
            http.Response.Headers.ETag = Preconditions.ETag(view.Version);
            http.Response.Headers.CacheControl = "private, no-cache";
            return TypedResults.Ok(view);
        });

    private static async Task<IResult> Timeline(
        string? order, string? limit, string? cursor, Caller by, StaffQuery query, CancellationToken cancellation)
    {
        var text = new QueryText();
        var size = text.Number("limit", limit, 50, 1, TimelineQuery.MostItems);
        var first = text.OneOf<RecordEndpoints.TimelineOrder>("order", order);
        return text.Fault ?? (await query.Timeline(by, first == RecordEndpoints.TimelineOrder.Newest, size, cursor, cancellation)).ToResult();
    }

    private static async Task<IResult> Run(
        CommandEntry entry, string? ifMatch, string? key, HttpContext http, Actor by, StaffService service, EventNames names, IClock clock, CancellationToken cancellation)
    {
        var (body, fault) = await Body.Read(http.Request, entry.Command, Body.LargestCommand, cancellation);
        if (fault is not null)
        {
            return fault;
        }

        var (outcome, problem) = await StreamCommanding.Run(
            service, StaffId.Programme, (StaffCommand)body! with { By = by, At = clock.GetCurrentInstant() }, ifMatch, key, cancellation);
        switch (outcome)
        {
            case null:
                return problem!;
            case Outcome<StaffState>.Accepted done:
                if (done.Repeated)
                {
                    http.Response.Headers[Commanding.Replay] = "true";
                }

                return Answer(
                    http, done.Then, await names.Of(new StreamId(StaffKind.Instance, StaffId.Programme.Value), done.FirstEvent, done.LastEvent, cancellation));
            case Outcome<StaffState>.Unchanged same:
                return Answer(http, StaffKind.Instance.StandingOf(same.State), []);
            case Outcome<StaffState>.Stale stale:
                return Problems.Stale("staff directory", stale.State.Version);
            case Outcome<StaffState>.Refused refused:
                return Problems.Of(refused.Refusal);
            default:
                throw new InvalidOperationException($"No answer for {outcome.GetType().Name}.");
        }
    }

    private static IResult Answer(HttpContext http, Standing then, IReadOnlyList<EventName> happened)
    {
        http.Response.Headers.ETag = Preconditions.ETag(then.Version);
        return TypedResults.Ok(new StaffAnswer(then.Version, happened, then.NextDue));
    }
}

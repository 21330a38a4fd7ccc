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
        staff.MapGet("/tokens", Tokens)
            .WithName("tokens").WithSummary("The tokens of programs, with their last use.")
            .WithDescription("For programme leads. Tokens are made on the page `/staff/tokens`, and revoked by `revoke-token`.")
            .Produces<IReadOnlyList<ApiTokenView>>().ProducesProblems(403);
        staff.MapGet("/timeline", Timeline)
            .WithName("staff-timeline").WithSummary("Everything that happened to the directory, with who and why.")
            .WithDescription("For programme leads. `order` is oldest (default) or newest first; `limit` 1 to 200.")
            .Produces<Page<TimelineItem>>().ProducesProblems(400, 403);
        // Those of the clock come from inside. A token is made on its page, where it is shown once.
        foreach (var entry in StaffCommands.All.Where(entry => !entry.Roles.Any(AccessPolicy.IsClock) && entry.Command != typeof(StaffCommand.CreateToken)))
        {
            staff.MapPost($"/{entry.Name}", ([AsParameters] CommandCall call, StaffService service, CancellationToken cancellation) => Run(call.Of(entry), service, cancellation))
                .Describe<StaffAnswer>(entry, entry.Command == typeof(StaffCommand.ChooseTaskMail) ? "Everybody for themselves." : "For programme leads.");
        }
    }

    private static async Task<IResult> Directory(HttpContext http, Caller by, StaffQuery query, CancellationToken cancellation) =>
        (await query.Directory(by, cancellation)).ToResult(view =>
        {
            http.Response.Headers.ETag = Preconditions.ETag(view.Version);
            http.Response.Headers.CacheControl = "private, no-cache";
            return TypedResults.Ok(view);
        });

    private static async Task<IResult> Tokens(Caller by, ApiTokens tokens, IClock clock, CancellationToken cancellation) =>
        (await tokens.All(by, clock.GetCurrentInstant(), cancellation)).ToResult();

    private static async Task<IResult> Timeline(
        string? order, string? limit, string? cursor, Caller by, StaffQuery query, CancellationToken cancellation)
    {
        var text = new QueryText();
        var size = text.Number("limit", limit, 50, 1, TimelineQuery.MostItems);
        var first = text.OneOf<RecordEndpoints.TimelineOrder>("order", order);
        return text.Fault ?? (await query.Timeline(by, first == RecordEndpoints.TimelineOrder.Newest, size, cursor, cancellation)).ToResult();
    }

    private static Task<IResult> Run(CommandRequest request, StaffService service, CancellationToken cancellation) => StreamCommanding.Answer(
        request, service, StaffKind.Instance, StaffId.Programme, "staff directory", (then, happened) => new StaffAnswer(then.Version, happened, then.NextDue), cancellation);
}

using System.Text.Json;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Feeds;
using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>Batches from connected systems.</summary>
internal static class FeedEndpoints
{
    private const string Note = "For feeds. At most 1,000 items. Each item is answered by itself. An item that says the same as before changes nothing; a custody notice with the same id and other content is a correction.";

    public static void MapFeeds(this RouteGroupBuilder api)
    {
        var feeds = api.MapGroup("").WithTags("feeds");
        feeds.MapPost("/tag-events", TagEvents)
            .WithName("tag-events").WithSummary("Tag events from the monitoring provider.").WithDescription(Note)
            .Accepts<Batch<TagEventItem>>("application/json").Produces<BatchAnswer>().ProducesProblems(400, 403, 413, 415, 422);
        feeds.MapPost("/custody-notices", CustodyNotices)
            .WithName("custody-notices").WithSummary("Notices from the custody system.").WithDescription(Note + " Without `agreement` the case is looked for by `pncId`, then `custodyReference`, then `name` with `bornOn`; a lead confirms what is found, and until then nothing follows.")
            .Accepts<Batch<CustodyNoticeItem>>("application/json").Produces<BatchAnswer>().ProducesProblems(400, 403, 413, 415, 422);
    }

    private static Task<IResult> TagEvents(HttpRequest request, Caller by, FeedIntake intake, IClock clock, CancellationToken cancellation) =>
        Take(request, by, items => intake.TagEvents(items, by, clock.GetCurrentInstant(), cancellation), cancellation);

    private static Task<IResult> CustodyNotices(HttpRequest request, Caller by, FeedIntake intake, IClock clock, CancellationToken cancellation) =>
        Take(request, by, items => intake.CustodyNotices(items, by, clock.GetCurrentInstant(), cancellation), cancellation);

    private static async Task<IResult> Take(
        HttpRequest request, Actor by, Func<IReadOnlyList<JsonElement>, Task<IReadOnlyList<ItemResult>>> take, CancellationToken cancellation)
    {
        if (!AccessPolicy.MaySendBatches(by))
        {
            return Problems.Of(new Refusal.NotPermitted(CaseworkRefusal.RecordNotForRole, "Batches come from connected systems. Record a single event on the agreement."));
        }

        var (batch, problem) = await Body.ReadBatch<Batch<JsonElement>>(request, cancellation);
        if (problem is not null)
        {
            return problem;
        }

        if (batch!.Items.Count > FeedIntake.MostItems)
        {
            return Problems.Of(new Refusal.Invalid(
                CaseworkRefusal.BatchTooLarge, $"{batch.Items.Count} items are too many: send at most {FeedIntake.MostItems} at once. Nothing was done."));
        }

        var results = await take(batch.Items);
        return TypedResults.Ok(new BatchAnswer(
            results.Count(result => result.Outcome == ItemOutcome.Accepted),
            results.Count(result => result.Outcome == ItemOutcome.Repeated),
            results.Count(result => result.Outcome == ItemOutcome.Refused),
            results.Count(result => result.Outcome == ItemOutcome.PossibleMatch),
            results.Count(result => result.Outcome == ItemOutcome.NotOurs),
            results));
    }

    /// <param name="Items">1,000 at most.</param>
    internal sealed record Batch<TItem>(IReadOnlyList<TItem> Items);

    /// <param name="PossibleMatches">Notices without a reference that may be about a case of ours; a lead decides.</param>
    /// <param name="NotOurs">Notices without a reference that are about nobody of ours; nothing of them is kept.</param>
    internal sealed record BatchAnswer(int Accepted, int Repeated, int Refused, int PossibleMatches, int NotOurs, IReadOnlyList<ItemResult> Results);
}

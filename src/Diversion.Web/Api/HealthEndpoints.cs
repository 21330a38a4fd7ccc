using Diversion.Casework.Storage;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diversion.Web.Api;

internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("health");
        health.MapGet("/live", () => TypedResults.Ok(new Health("live")))
            .WithName("live").WithSummary("The process runs.");
        health.MapGet("/ready", Ready)
            .WithName("ready").WithSummary("The store answers.").Produces<Health>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> Ready(ITableStore store, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await store.Get(Tables.Settings, "health", "ready", patience.Token);
            return TypedResults.Ok(new Health("ready"));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, WebProblem.StoreUnavailable, "The store has not answered in 5 seconds.");
        }
    }

    internal sealed record Health(string Status);
}

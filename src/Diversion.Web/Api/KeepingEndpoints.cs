using Diversion.Casework.Keeping;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>What is to be reviewed for deletion, and what was destroyed.</summary>
internal static class KeepingEndpoints
{
    public static void MapKeeping(this RouteGroupBuilder api)
    {
        api.MapGet("/keeping", Review)
            .WithName("keeping").WithTags("keeping").WithSummary("Records and papers whose retention period is over.")
            .WithDescription("For leads. Of each outcome the oldest 100. A record is erased by `erase-record`, kept longer by `keep-longer`, and held by `hold-record`.")
            .Produces<KeepingView>().ProducesProblems(403);
        api.MapGet("/keeping/destroyed", Destroyed)
            .WithName("destroyed").WithTags("keeping").WithSummary("What was destroyed, newest first.")
            .WithDescription("For leads. The newest 500 entries of the destruction log, which names nobody whose record was erased.")
            .Produces<IReadOnlyList<DestructionEntry>>().ProducesProblems(403);
    }

    private static async Task<IResult> Review(Caller by, KeepingQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(by, clock.GetCurrentInstant(), cancellation)).ToResult();

    private static async Task<IResult> Destroyed(Caller by, KeepingQuery query, CancellationToken cancellation) =>
        (await query.Destroyed(by, cancellation)).ToResult();
}

using Diversion.Casework.Operations;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Diversion.Web.Api;

/// <summary>How the system runs. Whether it is ready anybody may ask (<see cref="HealthEndpoints"/>); the details are for those who look after it.</summary>
internal static class SystemEndpoints
{
    public static void MapSystem(this IEndpointRouteBuilder api) =>
        api.MapGet("/system", Health)
            .WithName("system").WithTags("health").WithSummary("How each part of the system does, and what to do.")
            .WithDescription("For leads. Also answered with 200 when a part fails: look at its state.")
            .Produces<SystemHealth>().ProducesProblems(403);

    private static async Task<IResult> Health(Caller by, SystemHealthQuery query, CancellationToken cancellation) =>
        (await query.Of(by, cancellation)).ToResult();
}

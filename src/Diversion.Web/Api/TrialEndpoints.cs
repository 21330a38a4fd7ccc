using Diversion.Casework.Actions;
using Diversion.Casework.Streams;
using Diversion.Casework.Trials;
using Diversion.Domain.Agreements;
using Diversion.Domain.Trials;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>The result of a command on a trial.</summary>
/// <param name="Version">The trial's version after it; also the ETag.</param>
/// <param name="Events">What was added; empty when it had been done already.</param>
public sealed record TrialAnswer(int Version, string Status, IReadOnlyList<EventName> Events);

/// <summary>Trials: protocols, and one address for each command of a lead. An arm is asked for on the case.</summary>
internal static class TrialEndpoints
{
    public static void MapTrials(this RouteGroupBuilder api)
    {
        var trials = api.MapGroup("/trials").WithTags("trials");
        trials.MapGet("", async (Caller by, TrialsQuery query, CancellationToken cancellation) => (await query.All(by, cancellation)).ToResult())
            .WithName("trials").WithSummary("Every trial of the programme.")
            .WithDescription("For programme leads and analysts.")
            .Produces<IReadOnlyList<TrialRow>>().ProducesProblems(403);
        trials.MapGet("/{trial}", One)
            .WithName("trial").WithSummary("A trial's protocol with its seal and amendments.")
            .WithDescription("For programme leads and analysts. Leads also see how many were allocated, by stratum and week, never by arm. The seed is there once it was opened.")
            .Produces<TrialView>().ProducesProblems(403, 404);
        trials.MapGet("/{trial}/allocations", Allocations)
            .WithName("trial-allocations").WithSummary("Every allocation of a trial whose seed was opened, as CSV.")
            .WithDescription("For programme leads and analysts. Columns `stratum`, `position` and `arm`: what `docs/verify-allocations.py` reads. Nothing about any person.")
            .Produces<string>(200, "text/csv").ProducesProblems(403, 404, 422);
        foreach (var entry in TrialCommands.All.Where(entry => entry.Roles is [Role.ProgrammeLead]))
        {
            trials.MapPost($"/{{trial}}/{entry.Name}", (string trial, [AsParameters] CommandCall call, TrialService service, CancellationToken cancellation) => Run(call.Of(entry), trial, service, cancellation))
                .Describe<TrialAnswer>(entry, "For programme leads. `trial` is its code: 3 to 40 lower-case letters, digits and hyphens.", 404);
        }
    }

    private static async Task<IResult> One(string trial, HttpContext http, Caller by, TrialsQuery query, CancellationToken cancellation) =>
        (await query.Of(trial, by, cancellation)).ToResult(view =>
        {
            http.Response.Headers.ETag = Preconditions.ETag(view.Version);
            http.Response.Headers.CacheControl = "private, no-cache";
            return TypedResults.Ok(view);
        });

    private static async Task<IResult> Allocations(string trial, Caller by, TrialsQuery query, CancellationToken cancellation) =>
        (await query.Allocations(trial, by, cancellation)).ToResult(csv => TypedResults.Text(csv, "text/csv; charset=utf-8"));

    private static async Task<IResult> Run(CommandRequest request, string trial, TrialService service, CancellationToken cancellation) =>
        TrialId.Read(trial) is { } id
            ? await StreamCommanding.Answer(request, service, TrialKind.Instance, id, "trial", (then, happened) => new TrialAnswer(then.Version, then.Status, happened), cancellation)
            : Problems.Of(new Refusal.Invalid(RefusalCode.ProtocolFaulty, "A trial's code has 3 to 40 lower-case letters, digits and hyphens and begins with a letter."));
}

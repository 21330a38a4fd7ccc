using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>Runs a command for a request and says what came of it.</summary>
internal sealed class Commanding(CaseworkService casework, EventNames names, IClock clock)
{
    public const string Replay = "Idempotent-Replay";

    public async Task<IResult> Run(
        HttpContext http, AgreementId id, AgreementCommand command, Actor by, string? ifMatch, string? key, CancellationToken cancellation)
    {
        var (expected, problem) = Preconditions.IfMatch(ifMatch);
        if (problem is not null)
        {
            return problem;
        }

        var outcome = await casework.Execute(
            id, command with { By = by, At = clock.GetCurrentInstant() }, new ExecuteOptions(expected, key), cancellation);
        switch (outcome)
        {
            case Outcome.Accepted done:
                if (done.Repeated)
                {
                    http.Response.Headers[Replay] = "true";
                }

                var happened = await names.Of(done.State, by, done.FirstEvent, done.LastEvent, cancellation);
                return Answer(http, command, by, done.State, happened);
            case Outcome.Unchanged same:
                return Answer(http, command, by, same.State, []);
            case Outcome.Stale stale:
                return Problems.Stale(stale.State);
            case Outcome.Refused refused:
                return Problems.Of(refused.Refusal);
            default:
                throw new InvalidOperationException($"No answer for {outcome.GetType().Name}.");
        }
    }

    private static IResult Answer(HttpContext http, AgreementCommand command, Actor by, AgreementState state, IReadOnlyList<EventName> happened)
    {
        http.Response.Headers.ETag = Preconditions.ETag(state.Version);
        var next = AccessPolicy.Of(by, state) is { Timeline: true, NeedsReason: false } ? Agreement.NextDue(state) : null;
        var answer = new CommandAnswer(state.Id.Value, state.Version, state.Status, happened, next);
        return command is Domain.Referral.ReferralCommand.Refer
            ? TypedResults.Created($"/api/v1/agreements/{state.Id}", answer)
            : TypedResults.Ok(answer);
    }
}

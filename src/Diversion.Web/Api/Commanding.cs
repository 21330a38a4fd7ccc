using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Agreements;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>Runs a command for a request and returns its result.</summary>
internal sealed class Commanding(CaseworkService casework, WhatFollowed followed, IClock clock)
{
    public const string Replay = "Idempotent-Replay";

    public async Task<IResult> Run(
        HttpContext http, AgreementId id, AgreementCommand command, Actor by, string? ifMatch, string? key, CancellationToken cancellation)
    {
        var (outcome, problem) = await StreamCommanding.Run(
            casework, id, command with { By = by, At = clock.GetCurrentInstant() }, ifMatch, key, cancellation);
        switch (outcome)
        {
            case null:
                return problem!;
            case Outcome.Accepted done:
                if (done.Repeated)
                {
                    http.Response.Headers[Replay] = "true";
                }

                var happened = await followed.NamesOf(done, by, cancellation);
                return Answer(http, command, by, done.State, done.Then, happened);
            case Outcome.Unchanged same:
                return Answer(http, command, by, same.State, AgreementKind.Instance.StandingOf(same.State), []);
            case Outcome.Stale stale:
                return Problems.Stale("agreement", stale.State.Version);
            case Outcome.Refused refused:
                return Problems.Of(refused.Refusal);
            default:
                throw new InvalidOperationException($"No answer for {outcome.GetType().Name}.");
        }
    }

    /// <param name="then">The state of the agreement after the command: a repeated answer says what the first one said.</param>
    private static IResult Answer(
        HttpContext http, AgreementCommand command, Actor by, AgreementState state, Standing then, IReadOnlyList<EventName> happened)
    {
        http.Response.Headers.ETag = Preconditions.ETag(then.Version);
        var next = AccessPolicy.Of(by, state) is { Timeline: true, NeedsReason: false } ? then.NextDue : null;
        var answer = new CommandAnswer(state.Id.Value, then.Version, Enum.Parse<AgreementStatus>(then.Status), happened, next);
        return command is Domain.Referral.ReferralCommand.Refer
            ? TypedResults.Created($"/api/v1/agreements/{state.Id}", answer)
            : TypedResults.Ok(answer);
    }
}

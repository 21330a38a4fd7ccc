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
        return outcome is null ? problem! : await Answer(http, by, outcome, cancellation, command is Domain.Referral.ReferralCommand.Refer);
    }

    /// <param name="creates">A case begins with the command: its answer says where.</param>
    public async Task<IResult> Answer(HttpContext http, Actor by, Outcome outcome, CancellationToken cancellation, bool creates = false)
    {
        switch (outcome)
        {
            case Outcome.Accepted done:
                if (done.Repeated)
                {
                    http.Response.Headers[Replay] = "true";
                }

                var happened = await followed.NamesOf(done, by, cancellation);
                return Answer(http, by, done.State, done.Then, happened, creates);
            case Outcome.Unchanged same:
                return Answer(http, by, same.State, AgreementKind.Instance.StandingOf(same.State), [], creates);
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
        HttpContext http, Actor by, AgreementState state, Standing then, IReadOnlyList<EventName> happened, bool creates)
    {
        http.Response.Headers.ETag = Preconditions.ETag(then.Version);
        var next = AccessPolicy.Of(by, state) is { Timeline: true, NeedsReason: false } ? then.NextDue : null;
        var answer = new CommandAnswer(state.Id.Value, then.Version, Enum.Parse<AgreementStatus>(then.Status), happened, next);
        return creates
            ? TypedResults.Created($"/api/v1/agreements/{state.Id}", answer)
            : TypedResults.Ok(answer);
    }
}

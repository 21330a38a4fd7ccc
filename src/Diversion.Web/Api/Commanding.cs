using Diversion.Casework.Agreements;
using Diversion.Casework.Streams;
using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Domain.Agreements;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>Runs a command for a request and returns its result.</summary>
internal sealed class Commanding(CaseworkService casework, EventNames names, IClock clock)
{
    public const string Replay = "Idempotent-Replay";

    public async Task<IResult> Run(
        HttpContext http, AgreementId id, AgreementCommand command, Actor by, string? ifMatch, string? key, CancellationToken cancellation)
    {
        var (versions, problem) = Preconditions.IfMatch(ifMatch);
        if (problem is not null)
        {
            return problem;
        }

        var outcome = await casework.Execute(
            id, command with { By = by, At = clock.GetCurrentInstant() }, new ExecuteOptions(await Expected(id, versions, cancellation), HeaderText.Unquoted(key)), cancellation);
        switch (outcome)
        {
            case Outcome.Accepted done:
                if (done.Repeated)
                {
                    http.Response.Headers[Replay] = "true";
                }

                var happened = await names.Of(done.State, by, done.FirstEvent, done.LastEvent, cancellation);
                return Answer(http, command, by, done.State, done.Then, happened);
            case Outcome.Unchanged same:
                return Answer(http, command, by, same.State, AgreementKind.Instance.StandingOf(same.State), []);
            case Outcome.Stale stale:
                return Problems.Stale(stale.State);
            case Outcome.Refused refused:
                return Problems.Of(refused.Refusal);
            default:
                throw new InvalidOperationException($"No answer for {outcome.GetType().Name}.");
        }
    }

    /// <summary>Of several versions, the present one; if none matches, the command is refused as based on an old version.</summary>
    private async ValueTask<int?> Expected(AgreementId id, IReadOnlyList<int>? versions, CancellationToken cancellation) => versions switch
    {
        null => null,
        [var one] => one,
        _ => await casework.Find(id, cancellation) is { } state && versions.Contains(state.Version) ? state.Version : versions[0],
    };

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

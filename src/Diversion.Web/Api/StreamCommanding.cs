using Diversion.Casework.Actions;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>Runs a command of any kind of stream under the request's If-Match and Idempotency-Key.</summary>
internal static class StreamCommanding
{
    /// <returns>The outcome, or the problem with the headers.</returns>
    public static async ValueTask<(Outcome<TState>? Outcome, Problem? Problem)> Run<TId, TState, TCommand, TEvent>(
        StreamService<TId, TState, TCommand, TEvent> service, TId id, TCommand command, string? ifMatch, string? key, CancellationToken cancellation)
        where TId : struct, IStreamId<TId>
        where TState : class, IStreamState
        where TCommand : StreamCommand<TEvent>
        where TEvent : class
    {
        var (versions, problem) = Preconditions.IfMatch(ifMatch);
        if (problem is not null)
        {
            return (null, problem);
        }

        // Of several versions, the present one; if none matches, the command is refused as based on an old version.
        int? expected = versions switch
        {
            null => null,
            [var one] => one,
            _ => await service.Find(id, cancellation) is { } state && versions.Contains(state.Version) ? state.Version : versions[0],
        };
        return (await service.Execute(id, command, new ExecuteOptions(expected, HeaderText.Unquoted(key)), cancellation), null);
    }

    /// <summary>Reads a command from the request, runs it, and answers with what was added.</summary>
    /// <param name="what">The stream in words, for whoever decided on an old version of it.</param>
    /// <param name="answer">The body of the answer, from where the stream stands and what was added.</param>
    public static async Task<IResult> Answer<TId, TState, TCommand, TEvent, TAnswer>(
        CommandRequest request,
        StreamService<TId, TState, TCommand, TEvent> service,
        StreamKind<TState, TEvent> kind,
        TId id,
        string what,
        Func<Standing, IReadOnlyList<EventName>, TAnswer> answer,
        CancellationToken cancellation)
        where TId : struct, IStreamId<TId>
        where TState : class, IStreamState
        where TCommand : StreamCommand<TEvent>
        where TEvent : class
    {
        var http = request.Http;
        var (body, fault) = await Body.Read(http.Request, request.Entry.Command, Body.LargestCommand, cancellation);
        if (fault is not null)
        {
            return fault;
        }

        var command = (TCommand)((StreamCommand)body! with { By = request.By, At = request.Clock.GetCurrentInstant() });
        var (outcome, problem) = await Run(service, id, command, request.IfMatch, request.Key, cancellation);
        switch (outcome)
        {
            case null:
                return problem!;
            case Outcome<TState>.Accepted done:
                if (done.Repeated)
                {
                    http.Response.Headers[Commanding.Replay] = "true";
                }

                return Told(done.Then, await request.Names.Of(new StreamId(kind, id.Value), done.FirstEvent, done.LastEvent, cancellation));
            case Outcome<TState>.Unchanged same:
                return Told(kind.StandingOf(same.State), []);
            case Outcome<TState>.Stale stale:
                return Problems.Stale(what, stale.State.Version);
            case Outcome<TState>.Refused refused:
                return Problems.Of(refused.Refusal);
            default:
                throw new InvalidOperationException($"No answer for {outcome.GetType().Name}.");
        }

        IResult Told(Standing then, IReadOnlyList<EventName> happened)
        {
            http.Response.Headers.ETag = Preconditions.ETag(then.Version);
            return TypedResults.Ok(answer(then, happened));
        }
    }
}

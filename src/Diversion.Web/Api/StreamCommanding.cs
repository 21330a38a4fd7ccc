using Diversion.Casework.Streams;
using Diversion.Domain.Streams;
using Diversion.Web.Requests;

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
}

using Diversion.Casework.Answers;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Requests;

internal static class ReplyResults
{
    /// <summary>The answer as JSON, or the refusal as a problem.</summary>
    public static IResult ToResult<T>(this Reply<T> reply) => reply switch
    {
        Reply<T>.Given given => TypedResults.Ok(given.Value),
        Reply<T>.Refused refused => Problems.Of(refused.Refusal),
        _ => throw new InvalidOperationException("A reply is given or refused."),
    };

    public static IResult ToResult<T>(this Reply<T> reply, Func<T, IResult> given) =>
        reply is Reply<T>.Given { Value: var value } ? given(value) : reply.ToResult();
}

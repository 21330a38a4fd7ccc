using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Api;

internal static class ProblemMetadata
{
    /// <summary>The problems that an endpoint can answer with, in addition to those that every endpoint has.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint.ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }
}

using Diversion.Casework.SubjectAccess;
using Diversion.Domain.Staff;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <param name="Content">What is recorded about the person.</param>
public sealed record SubjectAccessContent(SubjectAccessDocument Content);

/// <summary>
/// The endpoint that HM Prison and Probation Service's subject access request service asks of each product (<c>sar</c> of
/// ministryofjustice/hmpps-kotlin-lib). Nobody is let in but who has a token for it, so it is off until a lead makes one.
/// </summary>
internal static class SubjectAccessEndpoint
{
    /// <summary>The service's own: this product has no such kind of identifier.</summary>
    private const int IdentifierNotHeld = 209;

    public static void MapSubjectAccess(this RouteGroupBuilder api) => api.MapGet("/subject-access-request", Answer)
        .WithName("subject-access-request").WithTags("agreements").WithSummary("What is recorded about a person, for HMPPS's subject access request service.")
        .WithDescription("Only with a token for it. `crn` is the probation case reference number; `prn`, a prison number, is an identifier that is not held here (209 without `crn`). `fromDate` and `toDate` limit it to what was recorded on those days and between; 204 when nothing is held. What concerns others is left out by rule and by the marks of leads, and each answer is logged.")
        .Produces<SubjectAccessContent>().Produces(StatusCodes.Status204NoContent).Produces(IdentifierNotHeld).ProducesProblems(400, 403);

    private static async Task<IResult> Answer(
        string? prn, string? crn, string? fromDate, string? toDate, HttpContext http, Caller by, SubjectAccessQuery query, IClock clock, CancellationToken cancellation)
    {
        if (!TokenScopes.IsFor(http.User, TokenScope.SubjectAccess))
        {
            return Problems.Of(403, WebProblem.TokenScope, "Only a token that a programme lead made for it opens this.");
        }

        var text = new QueryText();
        var (from, until) = (text.Day("fromDate", fromDate), text.Day("toDate", toDate));
        if (text.Fault is { } fault)
        {
            return fault;
        }

        if (string.IsNullOrWhiteSpace(crn))
        {
            return string.IsNullOrWhiteSpace(prn)
                ? Problems.Of(400, WebProblem.QueryInvalid, "Give prn or crn.")
                : TypedResults.StatusCode(IdentifierNotHeld);
        }

        return await query.ForService(crn, from, until, by, clock.GetCurrentInstant(), cancellation) is { } document
            ? TypedResults.Ok(new SubjectAccessContent(document))
            : TypedResults.NoContent();
    }
}

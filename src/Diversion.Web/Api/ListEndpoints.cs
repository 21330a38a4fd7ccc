using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.Figures;
using Diversion.Casework.Register;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>Lists of cases.</summary>
internal static class ListEndpoints
{
    public static void MapLists(this RouteGroupBuilder api)
    {
        var lists = api.MapGroup("").WithTags("lists");
        lists.MapGet("/caseload", Caseload)
            .WithName("caseload").WithSummary("Open cases, by what is due next.")
            .WithDescription("Your own; a lead asks for anybody's with `worker`. A team manager sees every case of their teams, those with something overdue first, or one key worker's with `worker`. Pages of 50.")
            .Produces<Page<CaseloadItem>>().ProducesProblems(400, 403);
        lists.MapGet("/register", Register)
            .WithName("register").WithSummary("Find cases, newest referral first.")
            .WithDescription(
                "Sergeants and leads find every case (a sergeant without the offence where it is not of their team), officers and team managers their teams',"
                + " key workers their own, analysts every case under a pseudonym. "
                + "A short page may still carry a cursor: go on until there is none.")
            .Produces<Page<RegisterItem>>().ProducesProblems(400, 403);
        lists.MapGet("/programme/statistics", Statistics)
            .WithName("statistics").WithSummary("Counts of the programme.")
            .WithDescription("For leads, sergeants and analysts. Counted at most every 30 seconds; `asOf` says when.")
            .Produces<ProgrammeStatistics>().ProducesProblems(403);
    }

    private static async Task<IResult> Caseload(string? worker, string? cursor, Caller by, CaseloadQuery query, CancellationToken cancellation)
    {
        var text = new QueryText();
        var whose = text.Text("worker", worker);
        return text.Fault ?? (AccessPolicy.TeamsOf(by).Count > 0
            ? await query.OfTeams(by, whose, new CaseloadFilter(), cursor, cancellation)
            : await query.Of(by, whose, cursor, cancellation)).ToResult();
    }

    private static async Task<IResult> Register([AsParameters] RegisterParameters asked, Caller by, RegisterQuery query, CancellationToken cancellation)
    {
        var text = new QueryText();
        var filter = new RegisterFilter(
            text.OneOf<AgreementStatus>("status", asked.Status),
            text.Text("team", asked.Team),
            text.Text("worker", asked.Worker),
            text.Text("scheme", asked.Scheme),
            text.OneOf<RiskBand>("riskBand", asked.RiskBand),
            text.Text("offenceGroup", asked.OffenceGroup),
            text.Day("from", asked.From),
            text.Day("to", asked.To),
            text.OneOf<YesOrNo>("waitsForOutcome", asked.WaitsForOutcome) == YesOrNo.Yes);
        var limit = text.Number("limit", asked.Limit, 50, 1, RegisterQuery.MostItems);
        return text.Fault ?? (await query.Of(by, filter, limit, asked.Cursor, cancellation)).ToResult();
    }

    private static async Task<IResult> Statistics(Caller by, StatisticsQuery query, IClock clock, CancellationToken cancellation) =>
        (await query.Of(by, clock.GetCurrentInstant(), cancellation)).ToResult();

    /// <summary>All parameters are read as text, so that a refusal can say what is wrong with one.</summary>
    internal sealed class RegisterParameters
    {
        [FromQuery(Name = "status")]
        public string? Status { get; init; }

        [FromQuery(Name = "team")]
        public string? Team { get; init; }

        [FromQuery(Name = "worker")]
        public string? Worker { get; init; }

        [FromQuery(Name = "scheme")]
        public string? Scheme { get; init; }

        [FromQuery(Name = "riskBand")]
        public string? RiskBand { get; init; }

        [FromQuery(Name = "offenceGroup")]
        public string? OffenceGroup { get; init; }

        /// <summary>First day of referral.</summary>
        [FromQuery(Name = "from")]
        public string? From { get; init; }

        /// <summary>Last day of referral.</summary>
        [FromQuery(Name = "to")]
        public string? To { get; init; }

        /// <summary><c>yes</c> for the cases that went back to the police and whose outcome is not recorded yet.</summary>
        [FromQuery(Name = "waitsForOutcome")]
        public string? WaitsForOutcome { get; init; }

        /// <summary>1 to 100; 50 when left out.</summary>
        [FromQuery(Name = "limit")]
        public string? Limit { get; init; }

        [FromQuery(Name = "cursor")]
        public string? Cursor { get; init; }
    }

    private enum YesOrNo
    {
        No,
        Yes,
    }
}

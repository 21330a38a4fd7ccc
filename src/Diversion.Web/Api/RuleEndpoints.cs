using Diversion.Casework;
using Diversion.Casework.Eligibility;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.OffenceCodes;
using Diversion.Domain.Schemes;
using Diversion.Web.Access;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Diversion.Web.Api;

/// <summary>The rules: trying a case on them, and reading them.</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this RouteGroupBuilder api)
    {
        var rules = api.MapGroup("").WithTags("rules");
        rules.MapPost("/eligibility/dry-run", DryRun)
            .WithName("eligibility-dry-run").WithSummary("Try the eligibility rules; nothing is stored.")
            .WithDescription("For police and leads. What is left out counts as not known.")
            .Accepts<EligibilityQuestion>("application/json").Produces<EligibilityResult>().ProducesProblems(400, 403, 404, 413, 415, 422);
        rules.MapGet("/offence-codes", OffenceCodes)
            .WithName("offence-codes").WithSummary("Look up the force's own table of offence codes.")
            .WithDescription(
                $"For police and leads. `find` is a code, a Home Office classification or words; a code answers itself alone, anything else at most {OffenceCodesQuery.MostFound}. Empty without a table; a lead imports one on its page, or with `import offences`.")
            .Produces<IReadOnlyList<OffenceCode>>().ProducesProblems(400, 403);
        rules.MapGet("/schemes", (Rulebook rulebook) => TypedResults.Ok(rulebook.Schemes.All.Select(SchemeTitle.Of)))
            .WithName("schemes").WithSummary("Every version of every scheme.").Produces<IEnumerable<SchemeTitle>>().ProducesProblems();
        rules.MapGet("/schemes/{name}/{version}", Scheme)
            .WithName("scheme").WithSummary("One version of a scheme, with all its figures.").Produces<SchemeRules>().ProducesProblems(404);
    }

    private static async Task<IResult> DryRun(HttpRequest request, Caller by, EligibilityDryRun dryRun, IClock clock, CancellationToken cancellation)
    {
        var (question, problem) = await Body.Read<EligibilityQuestion>(request, Body.LargestCommand, cancellation);
        return problem ?? dryRun.Of(by, question!, clock.GetCurrentInstant()).ToResult();
    }

    private static async Task<IResult> OffenceCodes(string? find, Caller by, OffenceCodesQuery query, CancellationToken cancellation)
    {
        var text = new QueryText();
        var words = text.Text("find", find);
        return text.Fault ?? (await query.Search(words ?? "", by, cancellation)).ToResult();
    }

    private static IResult Scheme(string name, string version, Rulebook rulebook) =>
        rulebook.Schemes.All.FirstOrDefault(scheme => scheme.Name == name && $"{scheme.Version}" == version) is { } found
            ? TypedResults.Ok(found)
            : Problems.Of(new Refusal.Unknown(WebProblem.SchemeUnknown, "There is no such scheme in that version. See /api/v1/schemes."));

    internal sealed record SchemeTitle(string Name, int Version, string Title, LocalDate EffectiveFrom)
    {
        public static SchemeTitle Of(SchemeRules scheme) => new(scheme.Name, scheme.Version, scheme.Title, scheme.EffectiveFrom);
    }
}

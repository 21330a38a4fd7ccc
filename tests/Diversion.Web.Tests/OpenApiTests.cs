using System.Text.Json.Nodes;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

public sealed class OpenApiTests
{
    private static readonly string[] Others =
    [
        "POST /api/v1/referrals", "GET /api/v1/agreements/{id}", "GET /api/v1/agreements/{id}/timeline", "GET /api/v1/agreements/{id}/breach-file", "GET /api/v1/agreements/{id}/completion-file",
        "GET /api/v1/agreements/{id}/access-log", "GET /api/v1/agreements/{id}/documents", "GET /api/v1/agreements/{id}/documents/{document}", "GET /api/v1/agreements/{id}/messages", "GET /api/v1/agreements/{id}/shared", "GET /api/v1/agreements/{id}/transfer-bundle", "POST /api/v1/transfers", "GET /api/v1/staff/tokens", "GET /api/v1/subject-access-request", "GET /api/v1/agreements/{id}/possible-duplicates", "GET /api/v1/agreements/{id}/subject-access/{number}", "GET /api/v1/caseload", "GET /api/v1/register",
        "GET /api/v1/inbox", "GET /api/v1/inbox/stream", "GET /api/v1/keeping", "GET /api/v1/keeping/destroyed", "GET /api/v1/system", "GET /api/v1/offence-codes", "GET /api/v1/follow-up", "POST /api/v1/reoffences", "POST /api/v1/tag-events", "POST /api/v1/custody-notices", "POST /api/v1/eligibility/dry-run",
        "GET /api/v1/schemes", "GET /api/v1/schemes/{name}/{version}", "GET /api/v1/programme/statistics", "GET /api/v1/projects", "GET /api/v1/projects/{project}", "GET /api/v1/services", "GET /api/v1/services/file", "GET /api/v1/services/{service}", "GET /api/v1/services/{service}/timeline", "GET /api/v1/staff", "GET /api/v1/staff/timeline", "GET /api/v1/trials", "GET /api/v1/trials/{trial}", "GET /api/v1/trials/{trial}/allocations", "GET /health/live", "GET /health/ready",
    ];

    [Fact]
    public async Task Every_endpoint_is_described_with_a_summary_and_its_problems()
    {
        await using var app = await TestApp.Begin();
        var document = (await app.Get(null, "/openapi/v1.json")).Json!;
        var operations = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key.ToUpperInvariant()} {path.Key}", Operation: operation.Value!)))
            .ToDictionary(one => one.Name, one => one.Operation);

        var commands = CommandCatalogue.All
            .Where(entry => entry.Name is not ("refer" or "pass-time" or "report-undelivered" or "receive-transfer" or "end-erasure" or "give-own-page" or "open-own-page"))
            .Select(entry => $"POST /api/v1/agreements/{{id}}/{entry.Name}");
        var staff = Domain.Staff.StaffCommands.All.Where(entry => !entry.Roles.Contains(Role.Clock) && entry.Name != "create-token").Select(entry => $"POST /api/v1/staff/{entry.Name}");
        var trials = Domain.Trials.TrialCommands.All.Where(entry => entry.Roles is [Role.ProgrammeLead]).Select(entry => $"POST /api/v1/trials/{{trial}}/{entry.Name}");
        var services = Domain.Services.ServiceCommands.All.Where(entry => entry.Roles is not [Role.Clock]).Select(entry => $"POST /api/v1/services/{{service}}/{entry.Name}");
        var projects = Domain.Projects.ProjectCommands.All.Where(entry => entry.Roles is not [Role.Clock]).Select(entry => $"POST /api/v1/projects/{{project}}/{entry.Name}");
        Assert.Equal(Others.Concat(commands).Concat(staff).Concat(trials).Concat(services).Concat(projects).Order(StringComparer.Ordinal), operations.Keys.Order(StringComparer.Ordinal));
        Assert.All(operations.Where(one => one.Key.Contains("/api/", StringComparison.Ordinal)), one =>
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)one.Value["summary"]), one.Key);
            Assert.NotNull(one.Value["responses"]!["401"]!["content"]!["application/problem+json"]);
        });
        Assert.Equal("http", (string?)document["components"]!["securitySchemes"]!["bearer"]!["type"]);
    }

    [Fact]
    public async Task Moments_days_and_kinds_of_condition_come_out_as_clients_send_them()
    {
        await using var app = await TestApp.Begin();
        var schemas = (await app.Get(null, "/openapi/v1.json")).Json!["components"]!["schemas"]!;
        var schedule = schemas["ScheduleAppointment"]!["properties"]!;
        Assert.Equal("date-time", Format(schemas, schedule["startsAt"]!));
        Assert.Equal("date", Format(schemas, schemas["SignAgreement"]!["properties"]!["signedOn"]!));
        Assert.Equal("time-local", Format(schemas, schemas["Curfew"]!["properties"]!["from"]!));
        Assert.Equal(
            ["compensation", "course", "donation", "letter-of-apology", "no-reoffending", "pathway", "reparation", "restorative-justice", "supervision", "tag-monitoring"],
            schemas["ConditionTerms"]!["discriminator"]!["mapping"]!.AsObject().Select(kind => kind.Key).Order(StringComparer.Ordinal));
        Assert.False(schedule.AsObject().ContainsKey("by") || schedule.AsObject().ContainsKey("at"));
        Assert.Contains("reason", schedule.AsObject().Select(property => property.Key));
    }

    private static string? Format(JsonNode schemas, JsonNode schema) =>
        (string?)(schema["$ref"] is { } reference ? schemas[((string)reference!)[(((string)reference!).LastIndexOf('/') + 1)..]]!["format"] : schema["format"]);
}

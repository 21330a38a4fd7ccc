using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Diversion.Domain.Agreements;
using Diversion.Local.Programmes;
using Diversion.Local.Tests.Verbs;
using Diversion.Web.Access;

namespace Diversion.Local.Tests.Telemetry;

/// <summary>What a collector gets from the server as people start it.</summary>
[Collection(nameof(RunningProgram))]
public sealed class TelemetryTests : IDisposable
{
    private const string Mark = "Marksworthy";

    /// <summary>Every part of the case that could tell whose it is.</summary>
    private static readonly string[] Marks =
        [Mark, "marked@", "Marked Street", "CU-MARK-77", "0191 555", "1996-04-02", "Victmark", "po-mark", "kw-mark", "sgt-mark", "lead-mark", "marknote", "markfile"];

    private static readonly Actor Officer = new("po-mark", $"Olive {Mark}", Role.PoliceOfficer, "north-police");
    private static readonly Actor Sergeant = new("sgt-mark", $"Sara {Mark}", Role.Sergeant, "north-police");
    private static readonly Actor Worker = new("kw-mark", $"Kit {Mark}", Role.KeyWorker, "north");
    private static readonly Actor Lead = new("lead-mark", $"Lee {Mark}", Role.ProgrammeLead);
    private static readonly Actor Feed = new("feed-mark", $"Feed {Mark}", Role.Feed);

    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_case_is_measured_and_nothing_that_leaves_says_whose_it_is()
    {
        using var collector = new OtlpReceiver();
        Directory.CreateDirectory(home.File("data"));
        home.Write("data/programme.json", $$"""
            {
              "name": "Programme", "scheme": "checkpoint", "leads": [{ "id": "lead-mark", "name": "Lee {{Mark}}", "email": "marked@force.example" }],
              "publicUrl": "http://127.0.0.1:5080", "sender": "diversion@force.example"
            }
            """);
        var settings = collector.Settings;

        // Nobody listens there, so that each mail fails.
        settings["Smtp__Host"] = "127.0.0.1";
        settings["Smtp__Port"] = $"{RunningProgram.FreePort()}";
        settings["Smtp__Security"] = "none";
        var (program, client) = await RunningProgram.ServeWith(settings, home.Path, ["--data", "data"]);
        using var server = program;
        using var http = client;
        http.DefaultRequestHeaders.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        http.DefaultRequestHeaders.TryAddWithoutValidation("tracestate", $"mark={Mark}");
        http.DefaultRequestHeaders.TryAddWithoutValidation("baggage", $"mark={Mark}");
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"{Mark}/1.0");

        var id = await ALife(http);
        await Oddities(http, id);
        await Until(() => collector.Of("logs").Contains("Delivery of {MessageId} failed", StringComparison.Ordinal) && collector.Of("metrics").Contains("diversion.feed.age", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Ok, await server.Stop());

        var (traces, metrics, logs) = (collector.Of("traces"), collector.Of("metrics"), collector.Of("logs"));
        Assert.Contains("POST /api/v1/agreements/{id}/sign-agreement", traces, StringComparison.Ordinal);
        Assert.Contains("agreement approve-eligibility", traces, StringComparison.Ordinal);
        foreach (var name in new[]
        {
            "diversion.command.duration", "db.client.operation.duration", "diversion.delivery.duration", "diversion.due.late", "diversion.due.lateness", "diversion.outbox.messages", "diversion.feed.items",
            "diversion.feed.lag", "diversion.feed.age", "diversion.disk.free", "http.server.request.duration",
        })
        {
            Assert.Contains(name, metrics, StringComparison.Ordinal);
        }

        foreach (var mark in Marks.Append(id).Append(id.Replace("-", "", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(mark, traces, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(mark, metrics, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(mark, logs, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_wrong_address_of_the_collector_is_told_at_the_start()
    {
        var settings = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collector:4317" };

        var told = await RunningProgram.RunIn(settings, home.Path, "serve", "--data", "data", "--urls", $"http://127.0.0.1:{RunningProgram.FreePort()}");

        Assert.Equal(ExitCodes.WrongUsage, told.Code);
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT", told.Error, StringComparison.Ordinal);
    }

    private async Task<string> ALife(HttpClient http)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var referral = await Post(http, Officer, "/api/v1/referrals", $$"""
            {"person":{"name":"Quill {{Mark}}","bornOn":"1996-04-02","district":"County Durham","address":"1 Marked Street","email":"marked@example.org","phone":"0191 555 0000","contactConsent":true},
             "offence":{"description":"Theft from {{Mark}} of a marknote","group":"theft","committedOn":"{{today.AddDays(-10):yyyy-MM-dd}}","class":"eitherWay","district":"County Durham"},"custodyReference":"CU-MARK-77"}
            """);
        var id = referral.GetProperty("agreement").GetString()!;
        await Do(Officer, "record-facts", """{"facts":{"currentOrders":[],"coAccusedPending":false,"admission":"full","sufficientEvidence":true,"previousConvictions":0,"route":"outcome-22","evidence":"interview","evidenceReference":"markfile-i","evidentialTestBy":"Sgt Marksworthy","publicInterest":"A marknote","legalAdvice":"taken"}}""");
        await Do(Officer, "record-risk", """{"tool":"OGRS","score":55.5,"toolBand":"medium","judgedBand":"medium"}""");
        await Do(Officer, "record-check", """{"check":"safeguarding","concern":false}""");
        await Do(Officer, "record-check", """{"check":"domesticAbuse","concern":false}""");
        await Do(Officer, "record-victim", """{"hasVictim":true,"name":"Victmark Tim","contact":"0191 555 0001"}""");
        await Do(Officer, "record-victim-views", """{"views":"A marknote of mine","wantsRestorativeJustice":false}""");
        await Do(Sergeant, "approve-eligibility", "{}");
        await Do(Officer, "make-offer", """{"conditions":[{"kind":"no-reoffending"},{"kind":"supervision"},{"kind":"tag-monitoring","zones":[{"kind":"exclusion","description":"Marked Street"}],"curfew":{"from":"21:00:00","until":"06:00:00"}}]}""");
        await Do(Officer, "sign-agreement", $$"""{"explained":true,"signedOn":"{{today:yyyy-MM-dd}}","keyWorker":{"id":"kw-mark","name":"Kit {{Mark}}","team":"north"} }""");
        await Do(Worker, "schedule-appointment", $$"""{"conditionId":"supervision","appointmentId":"markfile-1","startsAt":"{{today.AddDays(1):yyyy-MM-dd}}T11:00:00Z","minutes":45,"place":"Marked Street","confirmUnusualTime":true}""");
        await Post(http, Feed, "/api/v1/tag-events", $$"""{"items":[{"agreement":"{{id}}","id":"markfile-t","kind":"tamper","occurredAt":"{{DateTime.UtcNow.AddMinutes(-3):yyyy-MM-ddTHH:mm:ssZ}}"} ] }""");
        await Post(http, Feed, "/api/v1/custody-notices", $$"""{"items":[{"id":"markfile-c","kind":"arrest","occurredOn":"{{today:yyyy-MM-dd}}","name":"Quill {{Mark}}","bornOn":"1996-04-02"} ] }""");
        return id;

        async Task Do(Actor by, string command, string body) => await Post(http, by, $"/api/v1/agreements/{id}/{command}", body);
    }

    /// <summary>What nobody does who uses the pages.</summary>
    private async Task Oddities(HttpClient http, string id)
    {
        foreach (var (method, address) in new[]
        {
            ("GET", $"/api/v1/agreements/{id}"), ("GET", $"/api/v1/agreements/{id}/timeline"), ("GET", $"/agreements/{id}"), ("GET", $"/search?name={Mark}&bornOn=1996-04-02"),
            ("GET", $"/{Mark}/{id}"), ("GET", $"/api/v1/{Mark}"), (Mark.ToUpperInvariant(), $"/api/v1/agreements/{id}"), ("POST", $"/api/v1/agreements/{id}/{Mark}"), ("POST", $"/api/v1/agreements/{Mark}/sign-agreement"),
        })
        {
            using var answer = await Send(http, Lead, new HttpMethod(method), address, method == "POST" ? "{}" : null);
        }

        var folder = home.File("data/feeds/custody-notices");
        Assert.True(Directory.Exists(folder));
        File.WriteAllText(Path.Combine(folder, $"markfile-{Mark}.part"), $$"""{ "items": [ { "agreement": "DV-{{Mark}}", "id": "markfile-n", "kind": "{{Mark}}", "occurredOn": "2026-11-01" } ] }""");
        File.Move(Path.Combine(folder, $"markfile-{Mark}.part"), Path.Combine(folder, $"markfile-{Mark}.json"));
        await Until(() => File.Exists(Path.Combine(folder, "refused", $"markfile-{Mark}.json")));
    }

    private async Task<JsonElement> Post(HttpClient http, Actor by, string address, string body)
    {
        using var answer = await Send(http, by, HttpMethod.Post, address, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, $"{address}: {answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<HttpResponseMessage> Send(HttpClient http, Actor by, HttpMethod method, string address, string? body)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.Issue(by, Keys.OfTokens(home.File("data")), TimeProvider.System, TimeSpan.FromMinutes(5)));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await http.SendAsync(request);
    }

    private static async Task Until(Func<bool> done)
    {
        for (var waited = 0; !done(); waited++)
        {
            Assert.True(waited < 200, "It did not happen within 20 seconds.");
            await Task.Delay(100);
        }
    }
}

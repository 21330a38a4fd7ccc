using System.Text.Json.Nodes;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests;

public sealed class ListTests
{
    [Fact]
    public async Task The_register_is_paged_completely_newest_first_and_without_repeats()
    {
        await using var app = await TestApp.Begin();
        var made = new List<string>();
        for (var i = 0; i < 130; i++)
        {
            // Several at the same instant: the order must be stable among equals too.
            app.Clock.MoveTo(TestApp.Start + Duration.FromMinutes(i / 3));
            made.Add(await app.Referred($"CU-{i}", i % 2 == 0 ? Staff.Officer : Staff.OtherOfficer));
        }

        var all = await Everything(app, Staff.Lead, "/api/v1/register?limit=7");
        Assert.Equal(made.Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.Equal(made[^1], (await Everything(app, Staff.Lead, "/api/v1/register?limit=1")).First(id => made.IndexOf(id) >= 129));
        var own = made.Where((_, i) => i % 2 == 0).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(own, (await Everything(app, Staff.Officer, "/api/v1/register?limit=9")).Order(StringComparer.Ordinal));
        Assert.Equal(own, (await Everything(app, Staff.Lead, "/api/v1/register?team=north-police&status=referred&limit=10")).Order(StringComparer.Ordinal));
        Assert.Empty(await Everything(app, Staff.Officer, "/api/v1/register?team=south-police"));
        Assert.Empty(await Everything(app, Staff.Lead, "/api/v1/register?status=completed"));
        Assert.Equal(130, (await Everything(app, Staff.Lead, "/api/v1/register?scheme=checkpoint&offenceGroup=theft&from=2026-03-05&to=2026-03-05")).Count);
        Assert.Empty(await Everything(app, Staff.Lead, "/api/v1/register?from=2026-03-06"));
        Assert.Empty(await Everything(app, Staff.Lead, "/api/v1/register?to=2026-03-04"));
    }

    [Theory]
    [InlineData("/api/v1/register?status=gone", "status")]
    [InlineData("/api/v1/register?status=3", "status")]
    [InlineData("/api/v1/register?limit=0", "limit")]
    [InlineData("/api/v1/register?limit=many", "limit")]
    [InlineData("/api/v1/register?from=yesterday", "from")]
    [InlineData("/api/v1/register?to=9999-12-31", "to")]
    [InlineData("/api/v1/register?team=%00", "team")]
    [InlineData("/api/v1/caseload?worker=%0a", "worker")]
    public async Task A_parameter_that_cannot_be_read_is_named(string address, string parameter)
    {
        await using var app = await TestApp.Begin();
        var answer = await app.Get(Staff.Lead, address);
        Assert.Equal((400, "query-invalid", parameter), (answer.Status, answer.Code, answer["parameter"].GetValue<string>()));
    }

    [Theory]
    [InlineData("register")]
    [InlineData("caseload")]
    [InlineData("inbox")]
    public async Task A_cursor_that_is_not_of_the_list_is_refused(string list)
    {
        await using var app = await TestApp.Begin();
        foreach (var cursor in new[] { "nonsense", "%F0%9F%98%80", new string('A', 60), new string('A', 5000) })
        {
            var answer = await app.Get(Staff.Lead, $"/api/v1/{list}?cursor={cursor}");
            Assert.Equal((400, "cursor-invalid"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task A_caseload_is_ordered_by_what_is_due_next_and_each_sees_their_own()
    {
        await using var app = await TestApp.Begin();
        var first = await app.Signed("CU-1");
        var second = await app.Signed("CU-2");
        await app.Do(Staff.Worker, first, "schedule-appointment", """{"conditionId":"supervision","appointmentId":"m-1","startsAt":"2026-03-05T11:00:00Z","minutes":45}""");
        await app.TravelTo(Instant.FromUtc(2026, 3, 5, 12, 0));
        await app.Do(Staff.Worker, first, "record-attendance", """{"conditionId":"supervision","appointmentId":"m-1","attendance":"attended"}""");

        var own = await app.Get(Staff.Worker, "/api/v1/caseload");
        Assert.Equal([second, first], own["items"].AsArray().Select(item => item!["agreement"]!.GetValue<string>()));
        Assert.Equal(2, (await app.Get(Staff.Lead, "/api/v1/caseload?worker=kw-1"))["items"].AsArray().Count);
        Assert.Equal(403, (await app.Get(Staff.OtherWorker, "/api/v1/caseload?worker=kw-1")).Status);
        Assert.Empty((await app.Get(Staff.OtherWorker, "/api/v1/caseload"))["items"].AsArray());

        var partner = (await app.Get(Staff.Provider, "/api/v1/caseload"))["items"][0]!.AsObject();
        Assert.False(partner.ContainsKey("chargeBy") || partner.ContainsKey("warnings"));
        Assert.Equal(["reparation", "pathway"], partner["conditions"]!.AsArray().Select(id => id!.GetValue<string>()));
    }

    [Fact]
    public async Task A_caseload_of_more_than_a_page_is_complete()
    {
        await using var app = await TestApp.Begin();
        var made = new List<string>();
        for (var i = 0; i < 120; i++)
        {
            made.Add(await app.Referred($"CU-{i}"));
        }

        var pages = await Everything(app, Staff.Officer, "/api/v1/caseload");
        Assert.Equal(made.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_timeline_pages_both_ways_in_plain_words()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var version = (await app.Casework.Find(new AgreementId(id)))!.Version;
        var forward = await Numbers(app, $"/api/v1/agreements/{id}/timeline?limit=4");
        var backward = await Numbers(app, $"/api/v1/agreements/{id}/timeline?limit=4&order=newest");
        Assert.Equal(Enumerable.Range(1, version), forward);
        Assert.Equal(Enumerable.Range(1, version).Reverse(), backward);
        var first = (await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/timeline?limit=1"))["items"][0]!;
        Assert.Equal(("Olive Officer", "policeOfficer", "referral"), (first["who"]!.GetValue<string>(), first["role"]!.GetValue<string>(), first["process"]!.GetValue<string>()));
        Assert.StartsWith("Referred by Olive Officer for an offence of 20 February 2026", first["sentence"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("cursor-invalid", (await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/timeline?cursor=x")).Code);
    }

    [Fact]
    public async Task The_breach_file_tells_the_chain_of_decisions()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        Assert.Equal((404, "breach-file-not-made"), (await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/breach-file")) is var none ? (none.Status, none.Code) : default);
        await app.Do(Staff.Lead, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        var own = await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/decide-breach", """{"decision":"confirm","reason":"Enough."}""");
        Assert.Equal((403, "breach-decider-is-proposer"), (own.Status, own.Code));
        Assert.True((await app.Get(Staff.Lead, "/api/v1/inbox"))["items"][0]!["youProposed"]!.GetValue<bool>());
        await app.Heard(id);
        await app.Do(Staff.SecondLead, id, "decide-breach", """{"decision":"confirm","reason":"Enough."}""");

        var file = await app.Get(Staff.Officer, $"/api/v1/agreements/{id}/breach-file");
        Assert.Equal(6, file["versions"][0]!["conditions"]!.AsArray().Count);
        Assert.Equal(("1996-04-02", "full"), (file["basis"]["bornOn"]!.GetValue<string>(), file["basis"]["basis"]!["admission"]!.GetValue<string>()));
        Assert.Equal(["breach.proposed", "breach.answer-awaited", "person.answered", "breach.decided", "breach.breached"], file["decisions"].AsArray().Select(item => item!["name"]!.GetValue<string>()));
        Assert.Equal(["Lee Lead", "Kit Worker", "Kit Worker", "Lou Lead", "Lou Lead"], file["decisions"].AsArray().Select(item => item!["who"]!.GetValue<string>()));
        Assert.Empty((await app.Get(Staff.Lead, "/api/v1/inbox"))["items"].AsArray());
        var counts = await app.Get(Staff.Lead, "/api/v1/programme/statistics");
        Assert.Equal(1, counts["byStatus"]["breached"]!.GetValue<int>());
    }

    private static async Task<List<int>> Numbers(TestApp app, string address)
    {
        var numbers = new List<int>();
        await foreach (var item in Items(app, Staff.Lead, address))
        {
            numbers.Add(item["number"]!.GetValue<int>());
        }

        return numbers;
    }

    private static async Task<List<string>> Everything(TestApp app, Actor actor, string address)
    {
        var ids = new List<string>();
        await foreach (var item in Items(app, actor, address))
        {
            ids.Add(item["agreement"]!.GetValue<string>());
        }

        return ids;
    }

    private static async IAsyncEnumerable<JsonNode> Items(TestApp app, Actor actor, string address)
    {
        string? cursor = null;
        do
        {
            var page = await app.Get(actor, cursor is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={cursor}");
            Assert.True(page.Status == 200, page.Json?.ToJsonString());
            foreach (var item in page["items"].AsArray())
            {
                yield return item!;
            }

            cursor = (string?)page.Json!["cursor"];
        }
        while (cursor is not null);
    }
}

using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Search;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Tests;

/// <summary>
/// Each role in each relation to the case, and each kind of view, written out by hand from the programme's table: what
/// opens directly, what needs a reason and is logged, and what never opens.
/// </summary>
public sealed class AccessMatrixTests
{
    private const string Open = "open";
    private const string Reason = "reason";
    private const string Never = "never";

    private static readonly string[] Views = ["", "/timeline", "/messages", "/breach-file", "/access-log"];

    /// <summary>
    /// For a signed case under breach review: record, timeline, messages, breach file, access log; then whether it is found
    /// without a reason, and in one of their lists.
    /// </summary>
    private static readonly (Actor Who, string[] Sees, bool Found, bool Listed)[] Signed =
    [
        (Staff.Worker, [Open, Open, Open, Never, Never], true, true),
        (Staff.Colleague, [Reason, Reason, Reason, Never, Never], false, false),
        (Staff.OtherWorker, [Reason, Reason, Reason, Never, Never], false, false),
        (Staff.Manager, [Open, Open, Open, Open, Never], true, true),
        (Staff.OtherManager, [Reason, Reason, Reason, Never, Never], false, false),
        (Staff.Officer, [Open, Open, Never, Open, Never], true, true),
        (Staff.OfficersColleague, [Open, Open, Never, Open, Never], true, true),
        (Staff.OtherOfficer, [Reason, Reason, Never, Never, Never], false, false),
        (Staff.Sergeant, [Open, Open, Never, Open, Open], true, true),
        (Staff.OtherSergeant, [Reason, Reason, Never, Reason, Reason], false, true),
        (Staff.Lead, [Open, Open, Open, Open, Open], true, true),
        (Staff.Provider, [Open, Never, Never, Never, Never], true, true),
        (Staff.OtherProvider, [Never, Never, Never, Never, Never], false, false),
        (Staff.Facilitator, [Open, Never, Never, Never, Never], true, true),
        (Staff.OtherFacilitator, [Never, Never, Never, Never, Never], false, false),
        (Staff.Analyst, [Never, Never, Never, Never, Never], false, false),
        (Staff.Feed, [Never, Never, Never, Never, Never], false, false),
    ];

    /// <summary>For a case before its checks are back: it has no key worker.</summary>
    private static readonly (Actor Who, string Record)[] Referred =
    [
        (Staff.Worker, Reason), (Staff.Manager, Reason), (Staff.Officer, Open), (Staff.OfficersColleague, Open), (Staff.OtherOfficer, Reason),
        (Staff.Sergeant, Open), (Staff.OtherSergeant, Reason), (Staff.Lead, Open), (Staff.Provider, Never), (Staff.Facilitator, Never), (Staff.Analyst, Never),
    ];

    [Fact]
    public async Task Each_view_opens_takes_a_reason_or_never_opens()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        foreach (var (who, sees, _, _) in Signed)
        {
            foreach (var (view, expected) in Views.Zip(sees))
            {
                await Check(app, who, $"/api/v1/agreements/{id}{view}", expected);
            }
        }
    }

    [Fact]
    public async Task Before_the_signing_no_key_worker_reads_a_case_without_a_reason()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":true,"name":"Vic Tim"}""");
        foreach (var (who, expected) in Referred)
        {
            await Check(app, who, $"/api/v1/agreements/{id}", expected);
        }
    }

    [Fact]
    public async Task Search_and_lists_show_what_opens_without_a_reason()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        foreach (var (who, _, found, listed) in Signed)
        {
            if (who.Role is not (Role.Analyst or Role.PanelMember or Role.Feed))
            {
                var by = who with { Manages = who == Staff.Manager ? ["north"] : null };
                using var request = app.Services.CreateScope();
                var hits = (Reply<SearchResult>.Given)await request.ServiceProvider.GetRequiredService<SearchQuery>().Of("Sam Person", new AccessRequest(by, TestApp.Start));
                Assert.True(hits.Value.Hits.Any(hit => hit.Agreement == id) == found, $"{who.Name} finds it: {!found}");
            }

            var lists = $"{(await app.Get(who, "/api/v1/caseload")).Json}{(await app.Get(who, "/api/v1/register")).Json}";
            Assert.True(lists.Contains(id, StringComparison.Ordinal) == listed, $"{who.Name} has it in a list: {!listed}");
            Assert.DoesNotContain("Vic Tim", lists, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_sergeant_finds_every_case_in_the_register_and_the_offence_of_their_own_teams()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        var own = (await app.Get(Staff.Sergeant, "/api/v1/register"))["items"][0]!.AsObject();
        var other = (await app.Get(Staff.OtherSergeant, "/api/v1/register"))["items"][0]!.AsObject();
        Assert.Equal("theft", own["offenceGroup"]!.GetValue<string>());
        Assert.False(other.ContainsKey("offenceGroup") && other["offenceGroup"] is not null);
        Assert.False(other.ContainsKey("riskBand") && other["riskBand"] is not null);
        Assert.Equal("Sam Person", other["name"]!.GetValue<string>());
        Assert.Empty((await app.Get(Staff.OtherSergeant, "/api/v1/register?offenceGroup=theft"))["items"].AsArray());
        Assert.Single((await app.Get(Staff.Sergeant, "/api/v1/register?offenceGroup=theft"))["items"].AsArray());
    }

    [Fact]
    public async Task A_key_worker_cannot_ask_for_another_caseload()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        Assert.Equal(403, (await app.Get(Staff.Colleague, "/api/v1/caseload?worker=kw-1")).Status);
        Assert.Equal(200, (await app.Get(Staff.Manager, "/api/v1/caseload?worker=kw-1")).Status);
        Assert.Equal(403, (await app.Get(Staff.OtherManager, "/api/v1/caseload?worker=kw-1")).Status);
    }

    [Fact]
    public async Task A_sergeant_opens_a_referral_that_waits_for_them_and_the_access_is_logged()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        await app.Do(Staff.Officer, id, "record-check", """{"check":"safeguarding","concern":false}""");
        Assert.Equal(403, (await app.Get(Staff.OtherSergeant, $"/api/v1/agreements/{id}")).Status);
        await app.Do(Staff.Officer, id, "record-check", """{"check":"domesticAbuse","concern":false}""");
        Assert.Equal(200, (await app.Get(Staff.OtherSergeant, $"/api/v1/agreements/{id}")).Status);
        var entry = Assert.Single((await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/access-log")).Json!.AsArray())!;
        Assert.Equal(("sgt-2", "The referral waits for a sergeant to decide on eligibility."), (entry["actorId"]!.GetValue<string>(), entry["reason"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Somebody_whom_only_their_token_makes_a_team_manager_manages_nobody()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var pretender = new Actor("tm-9", "Pip Pretender", Role.TeamManager, "north");
        Assert.Equal("access-reason-missing", (await app.Get(pretender, $"/api/v1/agreements/{id}")).Code);
        Assert.Equal(403, (await app.Post(pretender, $"/api/v1/agreements/{id}/change-key-worker", """{"keyWorker":{"id":"kw-3","name":"Kay","team":"north"},"reason":"Leave."}""")).Status);

        var named = Staff.Manager with { Role = Role.KeyWorker };
        Assert.Equal(200, (await app.Post(named, $"/api/v1/agreements/{id}/change-key-worker", """{"keyWorker":{"id":"kw-3","name":"Kay","team":"north"},"reason":"Leave."}""")).Status);
    }

    private static async Task Check(TestApp app, Actor who, string address, string expected)
    {
        var answer = await app.Get(who, address);
        var code = answer.Status == 200 ? null : answer.Code;
        Assert.True(
            (answer.Status, code) == expected switch { Open => (200, null), Reason => (403, "access-reason-missing"), _ => (403, "record-not-for-role") },
            $"{who.Name} {address}: {answer.Status} {code}, not {expected}");
        if (expected != Reason)
        {
            return;
        }

        var why = $"Asked by the court, {who.Id}";
        Assert.Equal(200, (await app.Get(who, address, ("X-Access-Reason", why))).Status);
        var log = await app.Get(Staff.Lead, $"{string.Join('/', address.Split('/').Take(5))}/access-log");
        Assert.Contains(log.Json!.AsArray(), entry => entry!["reason"]!.GetValue<string>() == why);
    }
}

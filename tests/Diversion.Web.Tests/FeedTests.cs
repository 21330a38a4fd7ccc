using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests;

public sealed class FeedTests
{
    private const string TagEvents = "/api/v1/tag-events";
    private const string Notices = "/api/v1/custody-notices";

    [Fact]
    public async Task One_bad_item_does_not_stop_the_others_and_a_repeated_batch_changes_nothing()
    {
        await using var app = await TestApp.Begin();
        var id = await Tagged(app);
        var batch = $$"""
            {"items":[
              {"agreement":"{{id}}","id":"te-1","kind":"curfewAbsence","occurredAt":"2026-03-05T09:30:00Z"},
              {"agreement":"DV-00000-00000","id":"te-2","kind":"tamper","occurredAt":"2026-03-05T09:30:00Z"},
              {"agreement":"nonsense","id":"te-3","kind":"tamper","occurredAt":"2026-03-05T09:30:00Z"},
              {"agreement":"{{id}}","id":"te-4","kind":"teleported","occurredAt":"2026-03-05T09:30:00Z"},
              {"agreement":"{{id}}","id":"te-5","kind":"tamper","occurredAt":"2026-03-05T09:30:00Z","latitude":54.7},
              {"agreement":"{{id}}","id":"te-6","kind":"tamper","occurredAt":"2026-03-07T09:30:00Z"},
              null, 5, {"id":"\ud800"},
              {"agreement":"{{id}}","id":"te-1","kind":"curfewAbsence","occurredAt":"2026-03-05T09:30:00Z"},
              {"agreement":"{{id}}","id":"te/7","kind":"tamper","occurredAt":"2026-03-05T09:30:00Z"},
              {"agreement":"{{id}}","id":"te-8","kind":"batteryLow","occurredAt":"2026-03-05T09:40:00Z"}]}
            """;
        var first = await app.Post(Staff.Feed, TagEvents, batch);
        Assert.Equal(
            ["accepted", "agreement-unknown", "agreement-unknown", "item-malformed", "item-malformed", "date-in-future", "item-malformed", "item-malformed", "item-malformed", "repeated", "text-invalid", "accepted"],
            first["results"].AsArray().Select(result => (string?)result!["code"] ?? result["outcome"]!.GetValue<string>()));
        Assert.Equal((2, 1, 9), (first["accepted"].GetValue<int>(), first["repeated"].GetValue<int>(), first["refused"].GetValue<int>()));

        var version = (await app.Casework.Find(new AgreementId(id)))!.Version;
        var second = await app.Post(Staff.Feed, TagEvents, batch);
        Assert.Equal((0, 3, 9), (second["accepted"].GetValue<int>(), second["repeated"].GetValue<int>(), second["refused"].GetValue<int>()));
        Assert.Equal(version, (await app.Casework.Find(new AgreementId(id)))!.Version);
    }

    [Fact]
    public async Task What_could_not_be_taken_is_on_the_leads_page_until_it_is_dealt_with()
    {
        await using var app = await TestApp.Begin();
        using var lead = await app.Browse(Staff.Lead);
        var none = await lead.Get("/feeds");
        Assert.Contains("Nothing has been sent yet", none.Text, StringComparison.Ordinal);

        var id = await Tagged(app);
        await app.Post(Staff.Feed, TagEvents, $$"""{"items":[{"agreement":"{{id}}","id":"te-4","kind":"teleported","occurredAt":"2026-03-05T09:30:00Z"},{"agreement":"DV-00000-00000","id":"te-2","kind":"tamper","occurredAt":"2026-03-05T09:30:00Z"}]}""");
        var page = await lead.Get("/feeds");
        Assert.Contains("0 recorded, 0 sent before, 2 refused", page.Text, StringComparison.Ordinal);
        Assert.Contains("item te-4", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main a[href='/agreements/DV-00000-00000']"));

        var one = await lead.Submit(page);
        Assert.Equal("/feeds", one.Address);
        Assert.Single(one.Html.QuerySelectorAll("#faults tbody tr, [aria-labelledby=faults-caption] tbody tr"));
    }

    [Fact]
    public async Task A_tag_event_for_an_ended_agreement_is_refused_and_a_lead_is_told_once()
    {
        await using var app = await TestApp.Begin();
        var id = await Tagged(app);
        await app.Do(Staff.Lead, id, "discontinue", """{"cause":"moved","reason":"Abroad."}""");
        app.Clock.MoveTo(TestApp.Start + Duration.FromHours(3));
        var batch = $$"""{"items":[{"agreement":"{{id}}","id":"te-1","kind":"tamper","occurredAt":"2026-03-05T12:00:00Z"},{"agreement":"{{id}}","id":"te-2","kind":"tamper","occurredAt":"2026-03-05T12:01:00Z"}]}""";
        var answer = await app.Post(Staff.Feed, TagEvents, batch);
        Assert.Equal(2, answer["refused"].GetValue<int>());
        Assert.All(answer["results"].AsArray(), result => Assert.Equal("tag-event-after-ending", result!["code"]!.GetValue<string>()));
        var inbox = await app.Get(Staff.Lead, "/api/v1/inbox");
        Assert.Single(inbox["items"].AsArray(), item => item!["kind"]!.GetValue<string>() == "alert");
    }

    [Fact]
    public async Task A_notice_of_a_charge_proposes_a_breach_and_one_from_before_the_signing_does_not()
    {
        await using var app = await TestApp.Begin();
        var old = await app.Signed("CU-1");
        var charged = await app.Signed("CU-2");
        var answer = await app.Post(Staff.Feed, Notices, $$"""
            {"items":[{"agreement":"{{old}}","id":"n-1","kind":"charge","occurredOn":"2026-03-05","offenceOn":"2026-01-10"},
                      {"agreement":"{{charged}}","id":"n-2","kind":"charge","occurredOn":"2026-03-05","offenceOn":"2026-03-05"},
                      {"agreement":"{{charged}}","id":"n-3","kind":"arrest","occurredOn":"2026-03-06"}]}
            """);
        Assert.Equal((2, 1), (answer["accepted"].GetValue<int>(), answer["refused"].GetValue<int>()));
        Assert.Equal(AgreementStatus.Active, (await app.Casework.Find(new AgreementId(old)))!.Status);
        Assert.Equal(AgreementStatus.BreachReview, (await app.Casework.Find(new AgreementId(charged)))!.Status);
    }

    [Fact]
    public async Task A_correction_under_the_same_id_is_accepted_and_a_repeat_is_repeated()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        string Charge(string offence) => $$"""{"agreement":"{{id}}","id":"n-1","kind":"charge","occurredOn":"2026-03-05","offenceOn":"{{offence}}"}""";
        var batch = $$"""{"items":[{{Charge("2026-01-10")}},{{Charge("2026-01-10")}},{{Charge("2026-03-05")}}]}""";

        var first = await app.Post(Staff.Feed, Notices, batch);
        Assert.Equal(["accepted", "repeated", "accepted"], first["results"].AsArray().Select(result => result!["outcome"]!.GetValue<string>()));
        Assert.Equal(AgreementStatus.BreachReview, (await app.Casework.Find(new AgreementId(id)))!.Status);

        // What was said last holds: the notice goes back to its first content and forth again (ADR 29).
        var again = await app.Post(Staff.Feed, Notices, batch);
        Assert.Equal(["accepted", "repeated", "accepted"], again["results"].AsArray().Select(result => result!["outcome"]!.GetValue<string>()));
        var last = await app.Post(Staff.Feed, Notices, $$"""{"items":[{{Charge("2026-03-05")}}]}""");
        Assert.Equal(1, last["repeated"].GetValue<int>());
        Assert.Equal(AgreementStatus.BreachReview, (await app.Casework.Find(new AgreementId(id)))!.Status);
    }

    [Fact]
    public async Task A_notice_of_any_kind_and_at_any_time_is_accepted_and_somebody_is_told()
    {
        await using var app = await TestApp.Begin();
        var referred = await app.Referred("CU-1");
        var signed = await app.Signed("CU-2");
        var answer = await app.Post(Staff.Feed, Notices, $$"""
            {"items":[{"agreement":"{{referred}}","id":"n-1","kind":"arrest","occurredOn":"2026-03-05"},
                      {"agreement":"{{signed}}","id":"n-2","kind":"released-on-bail","occurredOn":"2026-03-05"},
                      {"agreement":"{{signed}}","id":"n-3","kind":"recalled to prison","occurredOn":"2026-03-05"}]}
            """);
        Assert.Equal(3, answer["accepted"].GetValue<int>());
        Assert.True((await app.Casework.Find(new AgreementId(referred)))!.HasObligation("notice/n-1"));
        Assert.Equal(["n-2", "n-3"], (await app.Casework.Find(new AgreementId(signed)))!.Alerts.Select(alert => alert.Subject));
    }

    [Fact]
    public async Task A_tag_event_of_before_the_end_that_comes_after_it_is_accepted_and_a_lead_is_told()
    {
        await using var app = await TestApp.Begin();
        var id = await Tagged(app);
        app.Clock.MoveTo(TestApp.Start + Duration.FromHours(1));
        await app.Do(Staff.Lead, id, "discontinue", """{"cause":"moved","reason":"Abroad."}""");
        app.Clock.MoveTo(TestApp.Start + Duration.FromHours(3));

        var answer = await app.Post(Staff.Feed, TagEvents, $$"""{"items":[{"agreement":"{{id}}","id":"te-1","kind":"strapCut","occurredAt":"2026-03-05T10:30:00Z"}]}""");

        Assert.Equal(1, answer["accepted"].GetValue<int>());
        var state = (await app.Casework.Find(new AgreementId(id)))!;
        Assert.Equal((AgreementStatus.Discontinued, AlertKind.LateNews), (state.Status, Assert.Single(state.Alerts).Kind));
    }

    [Fact]
    public async Task A_batch_is_bounded()
    {
        await using var app = await TestApp.Begin();
        var thousandAndOne = $$"""{"items":[{{string.Join(',', Enumerable.Repeat("{}", 1001))}}]}""";
        Assert.Equal((422, "batch-too-large"), (await app.Post(Staff.Feed, TagEvents, thousandAndOne)) is var many ? (many.Status, many.Code) : default);
        Assert.Equal(413, (await app.Post(Staff.Feed, TagEvents, $$"""{"items":["{{new string('x', 1 << 20)}}"]}""")).Status);
        Assert.Equal("property-missing", (await app.Post(Staff.Feed, Notices, "{}")).Code);
        Assert.Equal("json-malformed", (await app.Post(Staff.Feed, Notices, """{"items":[""")).Code);
    }

    [Fact]
    public async Task A_dry_run_answers_each_rule_and_stores_nothing()
    {
        await using var app = await TestApp.Begin();
        var offence = Cases.Offence.Replace("eitherWay", "summaryOnly", StringComparison.Ordinal);
        var open = await app.Post(Staff.Officer, "/api/v1/eligibility/dry-run", $$"""{"person":{{Cases.Person}},"offence":{{offence}}}""");
        Assert.Null(open.Json!["eligible"]);
        Assert.Equal(11, open["answers"].AsArray().Count);
        Assert.Equal(("2026-08-20", "2026-04-06"), (open["chargeBy"]["date"]!.GetValue<string>(), open["chargeBy"]["latestSigning"]!.GetValue<string>()));
        var met = await app.Post(Staff.Sergeant, "/api/v1/eligibility/dry-run", $$"""
            {"person":{{Cases.Person}},"offence":{{Cases.Offence}},"facts":{"currentOrders":[],"coAccusedPending":false,"admission":true},"riskBand":"medium","victimViewsSought":true,"domesticAbuse":false}
            """);
        Assert.True(met["eligible"].GetValue<bool>(), met.Json!.ToJsonString());
        Assert.False((await app.Post(Staff.Officer, "/api/v1/eligibility/dry-run", """{"riskBand":"high"}"""))["eligible"].GetValue<bool>());
        Assert.Equal(404, (await app.Post(Staff.Officer, "/api/v1/eligibility/dry-run", """{"scheme":"nowhere"}""")).Status);
        Assert.Empty((await app.Get(Staff.Lead, "/api/v1/register"))["items"].AsArray());
        Assert.Equal(["checkpoint", "turning-point"], (await app.Get(Staff.Lead, "/api/v1/schemes")).Json!.AsArray().Select(scheme => scheme!["name"]!.GetValue<string>()).Distinct());
        Assert.Equal(4, (await app.Get(Staff.Lead, "/api/v1/schemes/checkpoint/1"))["term"]["months"]!.GetValue<int>());
        Assert.Equal("scheme-unknown", (await app.Get(Staff.Lead, "/api/v1/schemes/checkpoint/9")).Code);
    }

    private static async Task<string> Tagged(TestApp app)
    {
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"},{"kind":"tag-monitoring","curfew":{"from":"21:00:00","until":"06:00:00"}}]""");
        await app.Do(Staff.Worker, id, "record-tag-consent", """{"conditionId":"tag-monitoring"}""");
        await app.Do(Staff.Worker, id, "record-tag-fitted", """{"conditionId":"tag-monitoring","deviceId":"d-1","on":"2026-03-05"}""");
        return id;
    }
}

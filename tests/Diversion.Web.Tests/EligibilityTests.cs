using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

/// <summary>The eligibility rules by the API: words, dates of birth, overrides.</summary>
public sealed class EligibilityTests
{
    private const string DryRun = "/api/v1/eligibility/dry-run";

    [Theory]
    [InlineData("serious violence")]
    [InlineData("Hate crime")]
    [InlineData(" sexual")]
    [InlineData("rape")]
    public async Task An_excluded_group_is_not_met_however_it_is_written(string group)
    {
        await using var app = await TestApp.Begin();
        var offence = Cases.Offence.Replace("\"theft\"", $"\"{group}\"", StringComparison.Ordinal);
        var tried = await app.Post(Staff.Officer, DryRun, $$"""{"offence":{{offence}}}""");
        Assert.Equal("notMet", AnswerTo(tried, "offence-not-excluded"));
        Assert.Equal(201, (await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-1", offence: offence))).Status);
    }

    [Theory]
    [InlineData("suspended sentence")]
    [InlineData("community order")]
    public async Task An_order_is_not_met_however_it_is_written(string order)
    {
        await using var app = await TestApp.Begin();
        var tried = await app.Post(Staff.Officer, DryRun, $$$"""{"facts":{"currentOrders":["{{{order}}}"]}}""");
        Assert.Equal("notMet", AnswerTo(tried, "no-current-order"));
    }

    [Fact]
    public async Task Unknown_words_are_refused_in_the_dry_run_the_referral_and_the_facts()
    {
        await using var app = await TestApp.Begin();
        var offence = Cases.Offence.Replace("\"theft\"", "\"sexul\"", StringComparison.Ordinal);
        foreach (var answer in new[]
        {
            await app.Post(Staff.Officer, DryRun, $$"""{"offence":{{offence}}}"""),
            await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-1", offence: offence)),
            await app.Post(Staff.Officer, DryRun, """{"facts":{"currentOrders":["suspendid"]}}"""),
        })
        {
            Assert.Equal((422, "word-unknown"), (answer.Status, answer.Code));
        }

        Assert.Equal("none-with-others", (await app.Post(Staff.Officer, DryRun, """{"facts":{"currentOrders":["none","bail"]}}""")).Code);
        Assert.Equal(200, (await app.Post(Staff.Officer, DryRun, """{"riskBand":"Medium risk"}""")).Status);
        Assert.Equal((400, "value-malformed"), (await app.Post(Staff.Officer, DryRun, """{"riskBand":"middling"}""")) is var no ? (no.Status, no.Code) : default);
    }

    [Fact]
    public async Task A_date_of_birth_that_may_mean_not_known_is_confirmed_or_refused()
    {
        await using var app = await TestApp.Begin();
        var old = Cases.Person.Replace("1996-04-02", "1900-01-01", StringComparison.Ordinal);
        var confirmed = old.Replace("{\"name\"", "{\"birthDateConfirmed\":true,\"name\"", StringComparison.Ordinal);
        Assert.Equal("birth-date-unlikely", (await app.Post(Staff.Officer, DryRun, $$"""{"person":{{old}}}""")).Code);
        Assert.Equal("birth-date-unlikely", (await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-1", old))).Code);
        Assert.Equal(200, (await app.Post(Staff.Officer, DryRun, $$"""{"person":{{confirmed}}}""")).Status);
        Assert.Equal(201, (await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-1", confirmed))).Status);
    }

    [Theory]
    [InlineData("2026-02-28", "notMet")]
    [InlineData("2026-03-01", "met")]
    public async Task A_child_of_29_February_is_an_adult_on_1_March(string committed, string expected)
    {
        await using var app = await TestApp.Begin();
        var person = Cases.Person.Replace("1996-04-02", "2008-02-29", StringComparison.Ordinal);
        var offence = Cases.Offence.Replace("2026-02-20", committed, StringComparison.Ordinal);
        Assert.Equal(expected, AnswerTo(await app.Post(Staff.Officer, DryRun, $$"""{"person":{{person}},"offence":{{offence}}}"""), "adult"));
    }

    [Fact]
    public async Task The_record_shows_overrides_with_reason_and_sergeant()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        await app.Do(Staff.Officer, id, "record-facts", """{"facts":{"currentOrders":[],"coAccusedPending":true,"admission":true}}""");
        await app.Do(Staff.Officer, id, "record-risk", """{"judgedBand":"medium"}""");
        await app.Do(Staff.Officer, id, "record-check", """{"check":"safeguarding","concern":false}""");
        await app.Do(Staff.Officer, id, "record-check", """{"check":"domesticAbuse","concern":false}""");
        await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":false}""");
        Assert.Equal(
            "own-referral",
            (await app.Post(Staff.Officer with { Role = Role.Sergeant }, $"/api/v1/agreements/{id}/approve-eligibility", "{}")).Code);
        await app.Do(Staff.Sergeant, id, "approve-eligibility", """{"overrides":[{"rule":"no-co-accused-pending","reason":"The other case was dropped this morning."}]}""");

        var shown = (await app.Get(Staff.Officer, $"/api/v1/agreements/{id}"))["referral"]["overrides"]![0]!;
        Assert.Equal(
            ("no-co-accused-pending", "The other case was dropped this morning.", "Sara Sergeant"),
            (shown["rule"]!.GetValue<string>(), shown["reason"]!.GetValue<string>(), shown["by"]!["name"]!.GetValue<string>()));
        var timeline = (await app.Get(Staff.Officer, $"/api/v1/agreements/{id}/timeline"))["items"].AsArray();
        Assert.Contains(timeline, item => item!["name"]!.GetValue<string>() == "referral.rule-overridden" && item["text"]!.GetValue<string>() == "The other case was dropped this morning.");
    }

    private static string AnswerTo(Answer tried, string rule)
    {
        Assert.True(tried.Status == 200, $"{tried.Status} {tried.Json}");
        return tried["answers"].AsArray().Single(answer => answer!["rule"]!.GetValue<string>() == rule)!["answer"]!.GetValue<string>();
    }
}

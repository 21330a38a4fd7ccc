using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

public sealed class CommandConventionTests
{
    private const string Note = """{"text":"Called."}""";

    [Fact]
    public async Task A_referral_is_created_with_its_address_and_etag()
    {
        await using var app = await TestApp.Begin();
        var made = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-9"));
        var id = made["agreement"].GetValue<string>();
        Assert.Equal((201, $"/api/v1/agreements/{id}", "\"1\""), (made.Status, made.Headers.Location?.ToString(), made.ETag));
        Assert.Equal("referral.referred", made["events"][0]!["name"]!.GetValue<string>());
        Assert.Equal("2026-03-06T09:00:00Z", made["nextDue"].GetValue<string>());

        var again = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-9"));
        Assert.Equal((409, "agreement-exists"), (again.Status, again.Code));
    }

    [Fact]
    public async Task A_referral_without_custody_reference_needs_a_key_and_is_made_once()
    {
        await using var app = await TestApp.Begin();
        var body = $$"""{"person":{{Cases.Person}},"offence":{{Cases.Offence}}}""";
        Assert.Equal("idempotency-key-missing", (await app.Post(Staff.Officer, "/api/v1/referrals", body)).Code);

        var first = await app.Post(Staff.Officer, "/api/v1/referrals", body, ("Idempotency-Key", "referral-0001"));
        var second = await app.Post(Staff.Officer, "/api/v1/referrals", body, ("Idempotency-Key", "referral-0001"));
        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.Equal(first["agreement"].GetValue<string>(), second["agreement"].GetValue<string>());
        Assert.False(first.Headers.Contains("Idempotent-Replay"));
        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotent-Replay")));
    }

    [Fact]
    public async Task The_same_key_gets_the_same_answer_and_another_request_is_refused()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        var address = $"/api/v1/agreements/{id}/add-note";
        var first = await app.Post(Staff.Officer, address, Note, ("Idempotency-Key", "note-0001"));
        await app.Post(Staff.Officer, address, """{"text":"Another."}""");
        var second = await app.Post(Staff.Officer, address, Note, ("Idempotency-Key", "note-0001"));
        Assert.Equal((200, first.Json!.ToJsonString(), first.ETag), (second.Status, second.Json!.ToJsonString(), second.ETag));
        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotent-Replay")));

        var quoted = await app.Post(Staff.Officer, address, Note, ("Idempotency-Key", "\"note-0001\""));
        Assert.Equal("true", Assert.Single(quoted.Headers.GetValues("Idempotent-Replay")));

        var reused = await app.Post(Staff.Officer, address, """{"text":"Something else."}""", ("Idempotency-Key", "note-0001"));
        Assert.Equal((422, "idempotency-key-reused"), (reused.Status, reused.Code));
        Assert.Equal("idempotency-key-invalid", (await app.Post(Staff.Officer, address, Note, ("Idempotency-Key", "a/b"))).Code);
    }

    [Fact]
    public async Task An_idempotency_key_works_for_commands_whose_lists_are_left_out()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var answer = await app.Post(
            Staff.Lead,
            $"/api/v1/agreements/{id}/vary-agreement",
            """{"remove":["pathway"],"participantAgreed":true,"reason":"Moved on."}""",
            ("Idempotency-Key", "vary-00001"));
        Assert.True(answer.Status == 200, answer.Json?.ToJsonString());
    }

    [Fact]
    public async Task Doing_it_again_changes_nothing_and_says_so()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        var first = await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":false}""");
        var second = await app.Do(Staff.Officer, id, "record-victim", """{"hasVictim":false}""");
        Assert.Single(first["events"].AsArray());
        Assert.Empty(second["events"].AsArray());
        Assert.Equal(first.ETag, second.ETag);
    }

    [Fact]
    public async Task If_match_guards_a_decision_against_a_changed_agreement()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        var address = $"/api/v1/agreements/{id}/add-note";
        Assert.Equal(200, (await app.Post(Staff.Officer, address, Note, ("If-Match", "\"1\""))).Status);
        var stale = await app.Post(Staff.Officer, address, Note, ("If-Match", "\"1\""));
        Assert.Equal((412, "version-stale", 2), (stale.Status, stale.Code, stale["version"].GetValue<int>()));
        Assert.Equal(200, (await app.Post(Staff.Officer, address, Note, ("If-Match", "*"))).Status);
        Assert.Equal(200, (await app.Post(Staff.Officer, address, Note, ("If-Match", "W/\"3\""))).Status);
        Assert.Equal(200, (await app.Post(Staff.Officer, address, Note, ("If-Match", "\"2\", W/\"4\",\"9\""))).Status);
        Assert.Equal("version-stale", (await app.Post(Staff.Officer, address, Note, ("If-Match", "\"2\", \"4\""))).Code);
        Assert.Equal("version-stale", (await app.Post(Staff.Officer, address, Note, ("If-Match", "\"of-another-server\""))).Code);
        foreach (var wrong in new[] { "5", "\"5", "*, \"5\"", "\u00e9" })
        {
            Assert.Equal("if-match-invalid", (await app.Post(Staff.Officer, address, Note, ("If-Match", wrong))).Code);
        }
    }

    [Fact]
    public async Task An_unchanged_agreement_is_not_sent_again()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        var address = $"/api/v1/agreements/{id}";
        var first = await app.Get(Staff.Officer, address);
        Assert.Equal("\"1\"", first.ETag);
        Assert.Equal((304, null), (await app.Get(Staff.Officer, address, ("If-None-Match", "\"1\""))) is var same ? (same.Status, same.Json) : default);
        await app.Do(Staff.Officer, id, "add-note", Note);
        Assert.Equal(200, (await app.Get(Staff.Officer, address, ("If-None-Match", "\"1\""))).Status);
    }

    [Fact]
    public async Task A_partner_is_told_only_of_what_concerns_conditions()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var answer = await app.Do(Staff.Provider, id, "close-pathway", """{"conditionId":"pathway","completed":false,"cause":"participant","reason":"Never came."}""");
        Assert.DoesNotContain(answer["events"].AsArray(), happened => happened!["name"]!.GetValue<string>().StartsWith("breach.", StringComparison.Ordinal));
        Assert.Null(answer.Json!["nextDue"]);
    }
}

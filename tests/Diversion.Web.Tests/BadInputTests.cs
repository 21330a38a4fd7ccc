using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Web.Access;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("add-note", """{"text":"x",""", 400, "json-malformed")]
    [InlineData("add-note", "not json", 400, "json-malformed")]
    [InlineData("add-note", "null", 400, "value-malformed")]
    [InlineData("add-note", "[]", 400, "value-malformed")]
    [InlineData("add-note", "{}", 400, "property-missing")]
    [InlineData("add-note", """{"text":null}""", 400, "value-malformed")]
    [InlineData("add-note", """{"text":5}""", 400, "value-malformed")]
    [InlineData("add-note", """{"text":"x","text":"y"}""", 400, "value-malformed")]
    [InlineData("add-note", """{"text":"x","by":{"id":"lead-1"}}""", 400, "property-unknown")]
    [InlineData("add-note", """{"text":"x","colour":"red"}""", 400, "property-unknown")]
    [InlineData("add-note", """{"text":"x","reason":"y","Text":"z"}""", 400, "property-unknown")]
    [InlineData("add-note", """{"text":"\ud800"}""", 400, "value-malformed")]
    [InlineData("add-note", """{"text":"bell \u0007"}""", 422, "text-invalid")]
    [InlineData("add-note", """{"text":"  "}""", 422, "text-missing")]
    [InlineData("make-offer", """{"conditions":[null]}""", 400, "value-malformed")]
    [InlineData("make-offer", """{"conditions":[{"kind":"exile"}]}""", 400, "value-malformed")]
    [InlineData("make-offer", """{"conditions":[{"hours":3}]}""", 400, "value-malformed")]
    [InlineData("record-needs", """{"needs":[3]}""", 400, "value-malformed")]
    [InlineData("record-needs", """{"needs":["wealth"]}""", 400, "value-malformed")]
    [InlineData("sign-agreement", """{"signedOn":"5 March","keyWorker":{"id":"k","name":"K"}}""", 400, "value-malformed")]
    [InlineData("sign-agreement", """{"signedOn":"2026-02-30","keyWorker":{"id":"k","name":"K"}}""", 400, "value-malformed")]
    [InlineData("propose-breach", "{}", 422, "reason-missing")]
    public async Task What_cannot_be_used_is_refused_with_a_code(string command, string body, int status, string code)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        var actor = command == "propose-breach" ? Staff.Worker : Staff.Officer;
        var answer = await app.Post(actor, $"/api/v1/agreements/{id}/{command}", body);
        Assert.True((status, code) == (answer.Status, answer.Code), $"{answer.Status} {answer.Json}");
        IsProblem(answer);
        Assert.DoesNotContain("Diversion.Domain", answer.Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("System.", answer.Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(1, (await app.Casework.Find(new AgreementId(id)))!.Version);
    }

    [Fact]
    public async Task Malformed_json_is_located_and_names_are_given()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        var malformed = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/add-note", "{\n  \"text\": x }");
        Assert.Equal(2, malformed["line"].GetValue<int>());
        Assert.Equal(11, malformed["position"].GetValue<int>());

        var unknown = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/add-note", """{"text":"x","colour":"red"}""");
        Assert.Contains("\"colour\"", unknown["detail"].GetValue<string>(), StringComparison.Ordinal);
        var missing = await app.Post(Staff.Officer, "/api/v1/referrals", """{"custodyReference":"x"}""");
        Assert.Contains("person, offence", missing["detail"].GetValue<string>(), StringComparison.Ordinal);
        var wrong = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/record-check", """{"check":"weather","concern":true}""");
        Assert.Contains("safeguarding, domesticAbuse", wrong["detail"].GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("$.check", wrong["path"].GetValue<string>());
        var day = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/sign-agreement", """{"signedOn":"5 March","keyWorker":{"id":"k","name":"K"}}""");
        Assert.Contains("a date such as", day["detail"].GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("5 March", day["detail"].GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DV-00000-00000")]
    [InlineData("nonsense")]
    [InlineData("DV-7K3M9-2QX4p")]
    [InlineData("%2e%2e")]
    [InlineData("\U0001F600")]
    public async Task An_unknown_or_malformed_reference_is_not_found(string id)
    {
        await using var app = await TestApp.Begin();
        var looked = await app.Get(Staff.Lead, $"/api/v1/agreements/{id}");
        var done = await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/add-note", """{"text":"x"}""");
        Assert.Equal((404, 404), (looked.Status, done.Status));
        Assert.All([looked, done], IsProblem);
    }

    [Theory]
    [InlineData("2099-01-01", "date-in-future")]
    [InlineData("9999-12-31", "date-in-future")]
    [InlineData("1890-01-01", null)]
    [InlineData("0001-01-01", null)]
    public async Task A_future_or_ancient_offence_is_refused(string day, string? code)
    {
        await using var app = await TestApp.Begin();
        var answer = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-2", offence: Cases.Offence.Replace("2026-02-20", day, StringComparison.Ordinal)));
        Assert.Equal(422, answer.Status);
        Assert.True(code is null || code == answer.Code, answer.Code);
        Assert.Equal(422, (await app.Post(Staff.Officer, "/api/v1/eligibility/dry-run", $$"""{"offence":{{Cases.Offence.Replace("2026-02-20", day, StringComparison.Ordinal)}}}""")).Status);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task A_last_day_at_the_end_of_time_is_refused(string day)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var answer = await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/extend-term", $$"""{"lastDay":"{{day}}","participantAgreed":true,"reason":"Ill."}""");
        Assert.True(answer.Status == 422, $"{answer.Status} {answer.Json}");
    }

    [Fact]
    public async Task A_note_of_a_megabyte_is_too_large_and_a_long_one_too_long()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        var megabyte = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/add-note", $$"""{"text":"{{new string('a', 1 << 20)}}"}""");
        Assert.Equal((413, "body-too-large"), (megabyte.Status, megabyte.Code));
        var longer = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/add-note", $$"""{"text":"{{new string('a', 10_001)}}"}""");
        Assert.Equal((422, "text-too-long"), (longer.Status, longer.Code));
    }

    [Fact]
    public async Task Names_may_hold_emoji_and_marks_but_no_control_characters()
    {
        await using var app = await TestApp.Begin();
        var name = "Zo\u00eb \U0001F600 O\u2019Brien <b>";
        var made = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-3", Cases.Person.Replace("Sam Person", name, StringComparison.Ordinal)));
        Assert.Equal(201, made.Status);
        Assert.Equal(name, (await app.Get(Staff.Officer, $"/api/v1/agreements/{made["agreement"]}"))["name"].GetValue<string>());
        foreach (var bad in new[] { "\\u0000", "\\n", "\\u202e" })
        {
            var refused = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-4", Cases.Person.Replace("Sam Person", "Sam" + bad, StringComparison.Ordinal)));
            Assert.Equal((422, "text-invalid"), (refused.Status, refused.Code));
        }
    }

    [Fact]
    public async Task A_command_in_the_wrong_state_says_what_the_state_is()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        var answer = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit"}}""");
        Assert.Equal((409, "wrong-status"), (answer.Status, answer.Code));
        Assert.Contains("referred", answer["detail"].GetValue<string>(), StringComparison.Ordinal);
        IsProblem(answer);
    }

    [Fact]
    public async Task Addresses_methods_and_media_types_that_are_not_there_are_problems_too()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        Assert.Equal((404, "address-unknown"), (await app.Get(Staff.Lead, "/api/v1/nothing")) is var a ? (a.Status, a.Code) : default);
        Assert.Equal((404, "address-unknown"), (await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/pass-time", "{}")) is var b ? (b.Status, b.Code) : default);
        Assert.Equal((404, "address-unknown"), (await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/report-undelivered", "{}")) is var c ? (c.Status, c.Code) : default);
        Assert.Equal((405, "method-not-allowed"), (await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/add-note")) is var d ? (d.Status, d.Code) : default);
        using var client = app.As(Staff.Officer);
        using var xml = new StringContent("<a/>", System.Text.Encoding.UTF8, "text/xml");
        using var response = await client.PostAsync(new Uri($"/api/v1/agreements/{id}/add-note", UriKind.Relative), xml);
        Assert.Equal((415, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_token_of_another_key_an_old_one_and_the_clock_are_not_let_in()
    {
        await using var app = await TestApp.Begin();
        var foreign = Tokens.Issue(Staff.Lead, new byte[32], TimeProvider.System, TimeSpan.FromMinutes(5));
        var old = Tokens.Issue(Staff.Lead, TestApp.TokenKey, new LongAgo(), TimeSpan.FromMinutes(5));
        foreach (var token in new[] { foreign, old, "nonsense", TestApp.Token(Staff.Lead)[..^2] + "xx" })
        {
            using var client = app.As(null);
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            using var response = await client.GetAsync(new Uri("/api/v1/inbox", UriKind.Relative));
            Assert.Equal(401, (int)response.StatusCode);
            Assert.Contains("token-invalid", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => Tokens.Issue(Actor.Clock, TestApp.TokenKey, TimeProvider.System, TimeSpan.FromMinutes(5)));
        Assert.Throws<ArgumentException>(() => Tokens.Issue(Staff.Lead with { Id = "a/b" }, TestApp.TokenKey, TimeProvider.System, TimeSpan.FromMinutes(5)));
        Assert.Throws<ArgumentException>(() => Tokens.Issue(Staff.Lead with { Id = "lee@force.example" }, TestApp.TokenKey, TimeProvider.System, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_503_and_a_fault_is_500_without_details()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        app.Store.Fault = new StorageUnavailableException("disk full at /var/secret");
        var unavailable = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-5"));
        Assert.Equal((503, "store-unavailable"), (unavailable.Status, unavailable.Code));
        Assert.True(unavailable.Headers.RetryAfter is not null);
        Assert.Equal(503, (await app.Get(null, "/health/ready")).Status);
        Assert.Equal(200, (await app.Get(null, "/health/live")).Status);

        app.Store.Fault = new InvalidOperationException("Sam Person went wrong");
        var fault = await app.Get(Staff.Lead, "/api/v1/inbox");
        Assert.Equal((500, "fault"), (fault.Status, fault.Code));
        Assert.DoesNotContain("Sam Person", fault.Json!.ToJsonString(), StringComparison.Ordinal);

        app.Store.Fault = null;
        Assert.Equal(200, (await app.Get(null, "/health/ready")).Status);
        Assert.Equal(200, (await app.Get(Staff.Officer, $"/api/v1/agreements/{id}")).Status);
    }

    [Fact]
    public async Task Logs_hold_routes_and_no_person()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/add-note", """{"text":"Sam Person drinks""");
        await app.Get(Staff.OtherWorker, $"/api/v1/agreements/{id}", ("X-Access-Reason", "Sam Person is my neighbour"));
        Assert.Contains(app.Log.Lines, line => line.Contains("3001 POST /api/v1/agreements/{id}/add-note answered 400", StringComparison.Ordinal));
        var ours = app.Log.Lines.Where(line => line.StartsWith("Information 3001", StringComparison.Ordinal) || !line.StartsWith("Information", StringComparison.Ordinal) && !line.StartsWith("Debug", StringComparison.Ordinal) && !line.StartsWith("Trace", StringComparison.Ordinal));
        Assert.All(ours, line => Assert.DoesNotContain("Sam", line, StringComparison.Ordinal));
    }

    private static void IsProblem(Answer answer)
    {
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal($"urn:diversion:problem:{answer.Code}", answer["type"].GetValue<string>());
        Assert.Equal(answer.Status, answer["status"].GetValue<int>());
        Assert.False(string.IsNullOrWhiteSpace(answer["title"].GetValue<string>()));
        Assert.False(string.IsNullOrWhiteSpace(answer["detail"].GetValue<string>()));
        Assert.StartsWith("/api/v1/", answer["instance"].GetValue<string>(), StringComparison.Ordinal);
    }

    private sealed class LongAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(50);
    }
}

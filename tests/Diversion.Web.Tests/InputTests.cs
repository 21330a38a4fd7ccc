using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Diversion.Domain.Agreements;
using Diversion.Web.Requests;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

/// <summary>What programs send in other forms than our own, without ill intent.</summary>
public sealed class InputTests
{
    private const string Note = """{"text":"Called."}""";

    [Theory]
    [InlineData("2026-03-05T09:30:00Z", true)]
    [InlineData("2026-03-05T09:30:00+00:00", true)]
    [InlineData("2026-03-05T10:30:00+01:00", true)]
    [InlineData("2026-03-05T09:30:00.123456+00:00", true)]
    [InlineData("2026-03-05t09:30:00z", true)]
    [InlineData("2026-03-05 09:30:00-00:00", true)]
    [InlineData("2026-03-05T09:30:00", false)]
    [InlineData("2026-03-05T09:30:60Z", false)]
    public async Task Instants_of_rfc_3339_are_taken_by_feeds_and_commands_and_kept_in_utc(string text, bool isTaken)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"},{"kind":"tag-monitoring","curfew":{"from":"21:00:00","until":"06:00:00"}},{"kind":"supervision"}]""");
        await app.Do(Staff.Worker, id, "record-tag-consent", """{"conditionId":"tag-monitoring"}""");
        await app.Do(Staff.Worker, id, "record-tag-fitted", """{"conditionId":"tag-monitoring","deviceId":"d-1","on":"2026-03-05"}""");
        var batch = await app.Post(Staff.Feed, "/api/v1/tag-events", $$"""{"items":[{"agreement":"{{id}}","id":"te-1","kind":"batteryLow","occurredAt":"{{text}}"}]}""");
        var meeting = await app.Post(
            Staff.Worker, $"/api/v1/agreements/{id}/schedule-appointment", $$"""{"conditionId":"supervision","appointmentId":"m-1","startsAt":"{{text.Replace("2026-03-05", "2026-03-06", StringComparison.Ordinal)}}","minutes":45,"place":"Office"}""");
        var item = batch["results"][0]!;
        Assert.Equal((isTaken ? "accepted" : "refused", isTaken ? 200 : 400), ((string?)item["outcome"], meeting.Status));
        if (!isTaken)
        {
            const string form = "a date and time with its offset from UTC, such as 2026-03-05T17:00:00Z";
            Assert.Contains(form, (string?)item["message"], StringComparison.Ordinal);
            Assert.Contains(form, (string?)meeting["detail"], StringComparison.Ordinal);
            Assert.DoesNotContain("09:30", (string?)meeting["detail"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("utf-8", 200, null)]
    [InlineData("utf-8 with mark", 200, null)]
    [InlineData("utf-16", 400, "UTF-16")]
    [InlineData("utf-16 big", 400, "UTF-16")]
    [InlineData("utf-16 without mark", 400, "UTF-16")]
    [InlineData("utf-32", 400, "UTF-32")]
    [InlineData("latin-1", 400, "not in UTF-8")]
    public async Task A_byte_order_mark_is_skipped_and_other_encodings_are_refused_in_words(string encoding, int status, string? says)
    {
        const string json = """{"text":"Rang Siân."}""";
        byte[] bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(json),
            "utf-8 with mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(json)],
            "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(json)],
            "utf-16 big" => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(json)],
            "utf-16 without mark" => Encoding.Unicode.GetBytes(json),
            "utf-32" => [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(json)],
            _ => Encoding.Latin1.GetBytes(json),
        };
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        using var client = app.As(Staff.Officer);
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await client.PostAsync(new Uri($"/api/v1/agreements/{id}/add-note", UriKind.Relative), content);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(says ?? "", (string?)answer["detail"] ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"x",}""", "comma before the closing bracket")]
    [InlineData("""{"text":"x"} // done""", "Comments are not taken")]
    [InlineData("""{"text":"x" /* done */}""", "Comments are not taken")]
    [InlineData("{'text':'x'}", "double quotes")]
    [InlineData("""{"text":"x""", "ends too soon")]
    [InlineData("""{"text":"x","text":"y"}""", "\"text\" is given twice")]
    public async Task What_json_does_not_have_is_refused_with_what_to_change(string body, string says)
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        var answer = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/add-note", body);
        Assert.Equal(400, answer.Status);
        Assert.Contains(says, (string?)answer["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_is_taken_as_people_write_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        foreach (var written in new[] { id.ToLowerInvariant(), id.Replace("-", "", StringComparison.Ordinal), id.Replace('-', '\u2013'), $"{id}\u200B" })
        {
            var address = Uri.EscapeDataString(written);
            Assert.Equal(id, (string?)(await app.Get(Staff.Officer, $"/api/v1/agreements/{address}"))["agreement"]);
            Assert.Equal(200, (await app.Post(Staff.Officer, $"/api/v1/agreements/{address}/add-note", Note)).Status);
            using var browser = await app.Browse(Staff.Officer);
            Assert.Equal(200, (await browser.Get($"/agreements/{address}")).Status);
        }
    }

    [Theory]
    [InlineData("HT/26/7777\u200B")]
    [InlineData("\uFEFFHT/26/7777")]
    [InlineData("HT/26/\u00A07777")]
    [InlineData("HT/26/7777\u00A0")]
    [InlineData("ht/26/7777")]
    public async Task A_custody_reference_that_looks_the_same_is_the_same_case(string custody)
    {
        await using var app = await TestApp.Begin();
        Assert.Equal(201, (await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("HT/26/7777"))).Status);
        Assert.Equal((409, "agreement-exists"), (await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral(custody))) is var again ? (again.Status, again.Code) : default);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@police.example; b@police.example")]
    [InlineData("o’hara@police.example")]
    public async Task An_address_that_mail_cannot_go_to_is_refused_at_its_field(string email)
    {
        await using var app = await TestApp.Begin();
        var person = await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-1", Cases.Person.Replace("sam@example.org", email, StringComparison.Ordinal)));
        Assert.Equal((422, "email-invalid", "person.email"), (person.Status, person.Code, (string?)person["field"]));
        var officer = await app.Post(
            Staff.Sergeant, "/api/v1/referrals", $$"""{"person":{{Cases.Person}},"offence":{{Cases.Offence}},"officer":{"id":"po-7","name":"Olly","email":"{{email}}"},"custodyReference":"CU-2"}""");
        Assert.Equal((422, "officer.email"), (officer.Status, (string?)officer["field"]));
    }

    [Fact]
    public async Task An_unknown_person_is_refused_by_every_command_that_names_somebody()
    {
        await using var app = await TestApp.Begin();
        var eligible = await app.Eligible();
        foreach (var terms in new[] { """{"kind":"restorative-justice","facilitator":{"id":"rj-404","name":"Nobody"}}""", """{"kind":"reparation","provider":"Nowhere"}""", """{"kind":"pathway","need":"drugsAndAlcohol","provider":"Nowhere"}""" })
        {
            var offer = await app.Post(Staff.Officer, $"/api/v1/agreements/{eligible}/make-offer", $$"""{"conditions":[{"kind":"no-reoffending"},{{terms}}]}""");
            Assert.Equal((422, "staff-unknown"), (offer.Status, offer.Code));
        }

        var offered = await app.Offered("CU-2");
        var sign = await app.Post(Staff.Officer, $"/api/v1/agreements/{offered}/sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-404","name":"Nobody"}}""");
        Assert.Equal((422, "staff-unknown", "keyWorker.id"), (sign.Status, sign.Code, (string?)sign["field"]));
        var signed = await app.Signed("CU-3");
        Assert.Equal("staff-unknown", (await app.Post(Staff.Lead, $"/api/v1/agreements/{signed}/change-key-worker", """{"keyWorker":{"id":"kw-404","name":"Nobody"},"reason":"Leave."}""")).Code);
        await app.Do(Staff.Lead, signed, "change-key-worker", """{"keyWorker":{"id":"KW-2","name":"Somebody else","email":"thief@example.com"},"reason":"Leave."}""");
        Assert.Equal(new StaffRef("kw-2", "Kim Other", "south"), (await app.Casework.Find(new AgreementId(signed)))!.KeyWorker);
    }

    [Fact]
    public async Task A_repeated_command_answers_as_it_did_whatever_has_happened_since()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Offered();
        const string sign = """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker"}}""";
        var first = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/sign-agreement", sign, ("Idempotency-Key", "sign-00001"));
        await app.Do(Staff.Lead, id, "discontinue", """{"cause":"moved","reason":"Abroad."}""");
        var again = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/sign-agreement", sign, ("Idempotency-Key", "sign-00001"));
        Assert.Equal((first.ETag, first.Json!.ToJsonString()), (again.ETag, again.Json!.ToJsonString()));
    }

    [Theory]
    [InlineData("Covering for Siân today", "Covering for Siân today")]
    [InlineData("Covering for Si\u00C3\u00A2n today", "Covering for Siân today")]
    [InlineData("Covering for Si%C3%A2n today", "Covering for Siân today")]
    [InlineData("UTF-8''Covering%20for%20Si%C3%A2n%20today", "Covering for Siân today")]
    [InlineData("Covering for 100% of the team", "Covering for 100% of the team")]
    [InlineData("Covering for Łukasz today", "Covering for Łukasz today")]
    [InlineData(null, null)]
    public void A_reason_in_a_header_is_read_in_the_encoding_that_it_came_in(string? header, string? reason) => Assert.Equal(reason, HeaderText.Read(header));

    [Fact]
    public async Task A_reason_is_logged_as_it_was_meant()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        Assert.Equal(200, (await app.Get(Staff.OtherWorker, $"/api/v1/agreements/{id}", ("X-Access-Reason", "Covering%20for%20Si%C3%A2n%20today"))).Status);
        Assert.Equal("Covering for Siân today", (string?)(await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/access-log")).Json![0]!["reason"]);
    }

    [Fact]
    public async Task An_address_with_two_slashes_is_a_problem_that_says_so()
    {
        await using var app = await TestApp.Begin();
        using var client = app.As(Staff.Lead);
        using var response = await client.GetAsync(new Uri(client.BaseAddress!, "//api/v1/register".Insert(0, client.BaseAddress!.GetLeftPart(UriPartial.Authority))));
        Assert.Equal((404, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("two slashes", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All((await app.Get(null, "/openapi/v1.json"))["servers"].AsArray(), server => Assert.False(((string)server!["url"]!).EndsWith('/')));
    }
}

using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests;

/// <summary>A program signs in with a token that a lead made; everything else that looks like one is refused.</summary>
public sealed class ApiTokenTests
{
    private const string Batch = """{"items":[]}""";
    private const string TagEvents = "/api/v1/tag-events";

    [Fact]
    public async Task It_is_shown_once_works_for_its_purpose_and_is_kept_only_as_a_hash()
    {
        await using var app = await Begin();
        var secret = await Make(app);
        Assert.Matches("^dvt_[A-Za-z0-9_-]{43}$", secret);

        Assert.Equal(200, (await Send(app, TagEvents, ("Authorization", $"Bearer {secret}"))).Status);
        Assert.Equal(200, (await Send(app, TagEvents, ("X-Api-Token", secret))).Status);

        using var lead = await app.Browse(Staff.Lead, navigates: true);
        var list = await lead.Get("/staff/tokens");
        Assert.DoesNotContain(secret, list.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(["Tag provider", "Send tag events", "5 March 2026, by Lee Lead", "30 June 2026", "10am today", "Works"], Row(list));
        await foreach (var text in Stored(app))
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(app.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        var timeline = (await app.Get(Staff.Lead, "/api/v1/staff/timeline?order=newest&limit=1"))["items"][0]!;
        Assert.Equal(("A token was made for Tag provider: to send tag events. It ends on 30 June 2026.", "Lee Lead"), ((string?)timeline["sentence"], (string?)timeline["who"]));
    }

    [Fact]
    public async Task A_revoked_one_is_refused_at_once_and_who_revoked_it_is_recorded()
    {
        await using var app = await Begin();
        var secret = await Make(app);
        using var lead = await app.Browse(Staff.Lead);

        var revoked = await lead.Submit(await lead.Get("/staff/tokens"), "form[action*=Revoke]");

        Assert.Equal("The token was revoked. It lets nobody in any more.", revoked.Banner);
        Assert.Equal("Revoked", Row(revoked)[^1]);
        await Refused(app, secret);
        Assert.Equal("The token of Tag provider was revoked.", (string?)(await app.Get(Staff.Lead, "/api/v1/staff/timeline?order=newest&limit=1"))["items"][0]!["sentence"]);
    }

    [Fact]
    public async Task An_expired_one_is_refused()
    {
        await using var app = await Begin();
        var secret = await Make(app);
        await app.TravelTo(Instant.FromUtc(2026, 6, 30, 22, 59, 59));
        Assert.Equal(200, (await Send(app, TagEvents, ("X-Api-Token", secret))).Status);

        await app.TravelTo(Instant.FromUtc(2026, 6, 30, 23, 0));

        await Refused(app, secret);
    }

    [Fact]
    public async Task One_whose_maker_does_not_lead_any_more_is_refused()
    {
        await using var app = await Begin();
        var secret = await Make(app);

        Assert.Equal(200, (await app.Post(Staff.SecondLead, "/api/v1/staff/change-roles", """{"person":"lead-1","roles":["keyWorker"]}""")).Status);

        await Refused(app, secret);
        var view = (await app.Get(Staff.SecondLead, "/api/v1/staff/tokens")).Json![0]!;
        Assert.Equal("creatorGone", (string?)view["standing"]);
    }

    [Theory]
    [InlineData("POST", "/api/v1/custody-notices")]
    [InlineData("GET", "/api/v1/programme/statistics")]
    [InlineData("GET", "/api/v1/register")]
    [InlineData("GET", "/api/v1/staff/tokens")]
    [InlineData("POST", "/api/v1/staff/add-person")]
    public async Task It_opens_nothing_else(string method, string address)
    {
        await using var app = await Begin();
        var secret = await Make(app);

        var answer = await app.Send(null, new HttpMethod(method), address, method == "POST" ? Batch : null, ("X-Api-Token", secret));

        Assert.Equal((403, "token-scope"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task It_opens_no_page()
    {
        await using var app = await Begin();
        var secret = await Make(app);
        foreach (var (name, value) in new[] { ("X-Api-Token", secret), ("Authorization", $"Bearer {secret}") })
        {
            using var client = app.As(null);
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
            using var answer = await client.GetAsync("/feeds");
            Assert.DoesNotContain("Connected systems send", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_that_is_made_up_or_cut_or_in_the_address_is_refused()
    {
        await using var app = await Begin();
        var secret = await Make(app);
        await Refused(app, ApiTokens.Make());
        await Refused(app, secret[..^1]);
        await Refused(app, secret + "A");
        await Refused(app, secret.ToUpperInvariant());
        await Refused(app, ApiTokens.HashOf(secret));
        Assert.Equal(401, (await Send(app, TagEvents, ("X-Api-Token", ""))).Status);
        await Refused(app, new string('d', 5_000));
        foreach (var address in (string[])[$"{TagEvents}?access_token={secret}", $"{TagEvents}?token={secret}", $"{TagEvents}?X-Api-Token={secret}"])
        {
            Assert.Equal(401, (await Send(app, address)).Status);
        }
    }

    [Fact]
    public async Task Its_last_use_is_written_down_once_an_hour()
    {
        await using var app = await Begin();
        var secret = await Make(app);
        await Send(app, TagEvents, ("X-Api-Token", secret));
        await app.TravelTo(TestApp.Start + Duration.FromMinutes(59));
        await Send(app, TagEvents, ("X-Api-Token", secret));
        Assert.Equal("2026-03-05T10:00:00Z", await LastUsed(app));

        await app.TravelTo(TestApp.Start + Duration.FromMinutes(60));
        await Send(app, TagEvents, ("X-Api-Token", secret));

        Assert.Equal("2026-03-05T11:00:00Z", await LastUsed(app));
    }

    [Fact]
    public async Task The_api_makes_none()
    {
        await using var app = await Begin();

        var answer = await app.Post(Staff.Lead, "/api/v1/staff/create-token", $$"""{"id":"t","name":"Mine","scope":"tagEvents","until":"2026-06-30","hash":"{{new string('a', 64)}}"}""");

        Assert.Equal(404, answer.Status);
    }

    private static async Task<TestApp> Begin()
    {
        var app = await TestApp.Begin();
        app.Leads.AddRange([new("lead-1", "Lee Lead"), new("lead-2", "Lou Lead")]);
        await app.StaffOf.Begin(TestApp.Start);
        return app;
    }

    private static async Task<string> Make(TestApp app)
    {
        using var lead = await app.Browse(Staff.Lead, navigates: true);
        var made = await lead.Fill("/staff/tokens", ("Name", "Tag provider"), ("Scope", "TagEvents"), ("Until.Day", "30"), ("Until.Month", "6"), ("Until.Year", "2026"));
        Assert.Equal(200, made.Status);
        return made.Html.QuerySelector("#token")!.TextContent;
    }

    private static Task<Answer> Send(TestApp app, string address, params (string, string)[] headers) => app.Post(null, address, Batch, headers);

    private static async Task Refused(TestApp app, string secret)
    {
        var answer = await Send(app, TagEvents, ("X-Api-Token", secret));
        Assert.Equal((401, "token-invalid"), (answer.Status, answer.Code));
        Assert.Equal(401, (await Send(app, TagEvents, ("Authorization", $"Bearer {secret}"))).Status);
    }

    private static string[] Row(Visit list) => [.. list.Html.QuerySelector("tbody tr")!.Children.Take(6).Select(cell => cell.TextContent.Trim())];

    private static async Task<string?> LastUsed(TestApp app) => (string?)(await app.Get(Staff.Lead, "/api/v1/staff/tokens")).Json![0]!["lastUsed"];

    private static async IAsyncEnumerable<string> Stored(TestApp app)
    {
        foreach (var table in (string[])[Tables.Streams, Tables.Settings, Tables.Drafts, Tables.Audit, Tables.Outbox, Tables.Feeds])
        {
            await foreach (var row in app.Store.Scan(table))
            {
                yield return string.Join('\n', row.Properties.Values.Select(value => value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : $"{value}"));
            }
        }
    }
}

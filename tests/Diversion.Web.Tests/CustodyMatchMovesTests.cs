using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests;

/// <summary>What comes after a custody notice without a reference: a correction, a case that cannot take it, nobody of ours.</summary>
public sealed class CustodyMatchMovesTests
{
    private const string ByName = """{"id":"c-1","kind":"arrest","occurredOn":"2026-03-05","name":"PERSON, Sam","bornOn":"1996-04-02"}""";
    private const string BeforeBirth = """{"id":"c-1","kind":"arrest","occurredOn":"2026-03-05","offenceOn":"1990-01-01","pncId":"20/9N"}""";

    private static readonly string OtherBirth = ByName.Replace("1996", "1986", StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-06", null)]
    [InlineData("2026-03-05", "2026-03-06")]
    [InlineData("2026-03-05", "1990-01-01")]
    public async Task A_notice_that_no_case_can_take_is_refused_when_it_comes(string occurredOn, string? offenceOn)
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        var offence = offenceOn is null ? "" : $"\"offenceOn\":\"{offenceOn}\",";

        var sent = await Send(app, ByName.Replace("\"occurredOn\":\"2026-03-05\",", $"\"occurredOn\":\"{occurredOn}\",{offence}", StringComparison.Ordinal));

        Assert.StartsWith("date-", (string?)sent["results"].AsArray().Single()!["code"], StringComparison.Ordinal);
        using var lead = await app.Browse(Staff.Lead);
        Assert.Null(Link(await lead.Get("/")));
    }

    [Fact]
    public async Task A_confirmed_notice_that_the_case_refuses_stays_in_the_inbox_until_a_lead_says_that_it_was_recorded()
    {
        await using var app = await TestApp.Begin();
        var person = Cases.Person.Replace("\"district\"", "\"pncId\":\"20/9N\",\"district\"", StringComparison.Ordinal);
        var id = (await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-2", person)))["agreement"].GetValue<string>();
        await Send(app, BeforeBirth);
        using var lead = await app.Browse(Staff.Lead);
        var page = await lead.Get(Link(await lead.Get("/"))!);

        var done = await lead.Submit(page, ("Answer", id));

        Assert.Equal(page.Address, done.Address);
        Assert.DoesNotContain("confirmed and recorded", done.Text, StringComparison.Ordinal);
        Assert.Contains($"It could not be recorded on {id}", done.Text, StringComparison.Ordinal);
        var inbox = await lead.Get("/");
        Assert.Contains("A custody notice that could not be recorded", inbox.Text, StringComparison.Ordinal);
        Assert.Equal(page.Address, Link(inbox));

        Assert.Equal(422, (await lead.Submit(done)).Status);
        var over = await lead.Submit(done, ("Reason", "Custody mistyped the day. Recorded on the case."));
        Assert.Contains("no longer in the inbox", over.Banner, StringComparison.Ordinal);
        Assert.Null(Link(await lead.Get("/")));
    }

    [Fact]
    public async Task A_confirmed_notice_that_comes_again_about_somebody_else_waits_for_a_lead()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await Send(app, ByName);
        using var lead = await app.Browse(Staff.Lead);
        await lead.Submit(await lead.Get(Link(await lead.Get("/"))!), ("Answer", id));
        var before = (await app.Casework.Find(new AgreementId(id)))!;

        var corrected = await Send(app, OtherBirth.Replace("2026-03-05", "2026-03-04", StringComparison.Ordinal));

        Assert.Equal("possibleMatch", (string?)corrected["results"].AsArray().Single()!["outcome"]);
        Assert.Equal(before.Version, (await app.Casework.Find(before.Id))!.Version);
        var page = await lead.Get(Link(await lead.Get("/"))!);
        Assert.Contains($"It was confirmed for {id} before", page.Text, StringComparison.Ordinal);

        await lead.Submit(page, ("Answer", id));
        Assert.Equal(new NodaTime.LocalDate(2026, 3, 4), Assert.Single((await app.Casework.Find(before.Id))!.Conditions.OfType<NoReoffendingCondition>().Single().Notices).OccurredOn);
    }

    [Fact]
    public async Task Nothing_of_a_stranger_is_kept_once_no_case_matches()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        await Send(app, ByName);
        using var lead = await app.Browse(Staff.Lead);
        var address = Link(await lead.Get("/"))!;

        var stranger = ByName.Replace("PERSON, Sam", "Una Stranger", StringComparison.Ordinal);
        Assert.Equal("notOurs", (string?)(await Send(app, stranger))["results"].AsArray().Single()!["outcome"]);
        Assert.Equal("notOurs", (string?)(await Send(app, stranger))["results"].AsArray().Single()!["outcome"]);

        Assert.Null(Link(await lead.Get("/")));
        var page = await lead.Get(address);
        Assert.All((string[])["Una Stranger", "PERSON, Sam", "2 April 1996"], text => Assert.DoesNotContain(text, page.Text, StringComparison.Ordinal));
        Assert.Null(page.Html.QuerySelector("main form"));
        Assert.DoesNotContain("Una Stranger", await Stored(app), StringComparison.Ordinal);

        Assert.Equal("possibleMatch", (string?)(await Send(app, ByName))["results"].AsArray().Single()!["outcome"]);
        Assert.NotNull(Link(await lead.Get("/")));
    }

    [Fact]
    public async Task A_refused_notice_is_not_shown_any_more_and_is_known_when_it_comes_again()
    {
        await using var app = await TestApp.Begin();
        await app.Signed();
        await Send(app, ByName);
        using var lead = await app.Browse(Staff.Lead);
        var page = await lead.Get(Link(await lead.Get("/"))!);
        await lead.Submit(page, ("Answer", "nobody"), ("Reason", "The photograph is of somebody else."));

        Assert.DoesNotContain("PERSON, Sam", (await lead.Get(page.Address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("PERSON, Sam", await Stored(app, snapshots: true), StringComparison.Ordinal);
        Assert.Equal("repeated", (string?)(await Send(app, ByName))["results"].AsArray().Single()!["outcome"]);
        Assert.Equal("possibleMatch", (string?)(await Send(app, ByName.Replace("2026-03-05", "2026-03-04", StringComparison.Ordinal)))["results"].AsArray().Single()!["outcome"]);
    }

    [Fact]
    public async Task A_correction_that_comes_while_a_lead_reads_is_not_confirmed_unseen()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var before = (await app.Casework.Find(new AgreementId(id)))!.Version;
        await Send(app, ByName);
        using var lead = await app.Browse(Staff.Lead);
        var page = await lead.Get(Link(await lead.Get("/"))!);
        Assert.Equal("A custody notice without a reference, received 5 March 2026 at 10am – Diversion", page.Html.Title);
        await Send(app, ByName.Replace("\"arrest\",\"occurredOn\":\"2026-03-05\"", "\"arrest\",\"occurredOn\":\"2026-03-04\"", StringComparison.Ordinal));

        var late = await lead.Submit(page, ("Answer", id));

        Assert.Equal(412, late.Status);
        Assert.Contains("Arrest on 4 March 2026", late.Text, StringComparison.Ordinal);
        Assert.Equal(before, (await app.Casework.Find(new AgreementId(id)))!.Version);
        Assert.Equal($"/agreements/{id}", (await lead.Submit(late, ("Answer", id))).Address);
    }

    /// <summary>The events and snapshots of the notices.</summary>
    private static async Task<string> Stored(TestApp app, bool snapshots = false)
    {
        var texts = new List<string>();
        await foreach (var row in app.Store.Scan(Tables.Streams))
        {
            if (row.Partition.StartsWith("custodymatch:", StringComparison.Ordinal) && (!snapshots || row.Row == "s"))
            {
                texts.Add(row.Text(row.Row == "s" ? "state" : "data"));
            }
        }

        return string.Join('\n', texts);
    }

    private static string? Link(Visit inbox) => inbox.Html.QuerySelector("a[href^='/custody-matches/']")?.GetAttribute("href");

    private static Task<Answer> Send(TestApp app, string item) => app.Post(Staff.Feed, "/api/v1/custody-notices", $$"""{"items":[{{item}}]}""");
}

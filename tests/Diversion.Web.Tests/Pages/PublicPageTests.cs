using System.Net;
using System.Reflection;
using Diversion.Casework.Nominations;
using Diversion.Casework.PublicView;
using Diversion.Casework.Rounds;
using Diversion.Domain.Rounds;
using Diversion.Web.Pages.Public;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>The public pages: what is let out is read, a place is named and a vote counted once, and no way leads to a record.</summary>
public sealed class PublicPageTests
{
    private const string Entry = """{"name":"Canal <b>path</b>","place":"Lock 4","area":"Riverside","partner":"Green Spaces","purpose":"communitySafety","work":"Cut back brambles.","supervisor":"sv-1","before":"Dark.","after":"Light."}""";

    [Fact]
    public async Task Nothing_is_public_before_a_lead_publishes_it_and_what_a_partner_changes_later_is_not()
    {
        await using var app = await TestApp.Begin();
        await Add(app, "canal", Entry);
        using var stranger = new Browser(app);
        Assert.DoesNotContain("Riverside", (await stranger.Get("/public")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await stranger.Get("/public/area/Riverside")).Status);

        using var lead = await app.Browse(Staff.Lead);
        Assert.Equal("The public reads these words now.", (await lead.Submit(await lead.Get("/projects/canal"), "form[action*='handler=Publish']")).Banner);
        var area = await stranger.Get("/public/area/riverside");
        Assert.Contains("Canal <b>path</b>", area.Text, StringComparison.Ordinal);
        Assert.Null(area.Html.QuerySelector("main b, script"));
        Assert.All((string[])["Sol Supervisor", "sv-1", "Green Spaces"], hidden => Assert.DoesNotContain(hidden, area.Html.DocumentElement.OuterHtml, StringComparison.Ordinal));

        await app.Post(Staff.Provider, "/api/v1/projects/canal/change-project", Body(Entry.Replace("Dark.", "Ring 0191 498 0199", StringComparison.Ordinal)));
        Assert.DoesNotContain("0191", (await stranger.Get("/public/area/Riverside")).Text, StringComparison.Ordinal);
        Assert.Contains("The public reads an earlier version.", (await lead.Get("/projects/canal")).Text, StringComparison.Ordinal);
        await lead.Submit(await lead.Get("/projects/canal"), "form[action*='handler=Hide']");
        Assert.Equal(404, (await stranger.Get("/public/area/Riverside")).Status);
    }

    [Fact]
    public async Task A_place_is_named_held_back_and_let_out_in_a_moderator_s_words()
    {
        await using var app = await TestApp.Begin();
        using var stranger = new Browser(app);
        var form = await stranger.Get("/public/nominate");
        Assert.Equal(422, (await stranger.Submit(form, ("Area", "Riverside"))).Status);
        (string, string)[] typed = [("Area", "Riverside"), ("Place", "Steps<script>alert(1)</script>"), ("Work", "Mend it. Mr Example, 0191 498 0199")];
        Assert.Contains("Somebody reads it now", (await stranger.Submit(form, typed)).Text, StringComparison.Ordinal);
        await stranger.Submit(form, typed);
        Assert.DoesNotContain("Riverside", (await stranger.Get("/public")).Text, StringComparison.Ordinal);

        using var lead = await app.Browse(Staff.Lead);
        var queue = await lead.Get("/moderation");
        Assert.Contains("Look for: markup, telephone number, perhaps name", queue.Text, StringComparison.Ordinal);
        Assert.Single(queue.Html.QuerySelectorAll("form[action*='Approve']"));
        Assert.Null(queue.Html.QuerySelector("main script"));
        var id = queue.Html.QuerySelector("input[name=Id]")!.GetAttribute("value")!;
        Assert.Equal(422, (await lead.Submit(queue, "form[action*='Approve']", ("Id", id), ("Area", "Riverside"), ("Place", "Steps"), ("Work", "Mend it. 0191 498 0199"))).Status);
        var out1 = await lead.Submit(queue, "form[action*='Approve']", ("Id", id), ("Area", "Riverside"), ("Place", "Market steps"), ("Work", "Mend the rail."));
        Assert.Equal("The words are on the public page now.", out1.Banner);
        Assert.Contains("Market steps: Mend the rail.", (await stranger.Get("/public/area/Riverside")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0191", (await stranger.Get("/public/area/Riverside")).Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal(403, (await worker.Get("/moderation")).Status);
    }

    [Fact]
    public async Task A_vote_counts_once_paper_is_counted_apart_and_the_result_comes_when_it_is_published()
    {
        await using var app = await TestApp.Begin();
        var vote = await Opened(app);
        using var first = new Browser(app);
        var form = await first.Get(vote);
        Assert.Equal(422, (await first.Submit(form)).Status);
        var done = await first.Submit(form, ("Project", "canal"));
        Assert.Contains("Your vote is in", done.Text, StringComparison.Ordinal);
        Assert.Contains("You have voted", (await first.Submit(form, ("Project", "park"))).Text, StringComparison.Ordinal);
        Assert.Contains("You have voted", (await first.Get(vote)).Text, StringComparison.Ordinal);

        // The same form from a browser that keeps no cookies.
        using var second = new Browser(app);
        Assert.Contains("Your vote is in", (await second.Forge(form, ("Project", "park"))).Text, StringComparison.Ordinal);
        using var third = new Browser(app);
        await third.Submit(await third.Get(vote), ("Project", "park"));
        using var forger = new Browser(app);
        var made = await forger.Get(vote);
        Assert.Equal(400, (await forger.Forge(made, ("Ballot", "AAAAAAAAAAAAAAAAAAAAAA.000000000000000000000000"), ("Project", "park"))).Status);
        Assert.Equal(422, (await forger.Forge(made, ("Project", "<script>"))).Status);

        using var worker = await app.Browse(Staff.Worker);
        var round = vote.Replace("/public/vote/", "/rounds/", StringComparison.Ordinal);
        var page = await worker.Get(round);
        Assert.Equal(["Canal path 1 0", "Park 1 0"], Rows(page));
        var entered = await worker.Submit(page, "form[action*='Enter']", ("Project", "park"), ("Way", "Paper"), ("Votes", "40"));
        Assert.Equal(["Park 1 40", "Canal path 1 0"], Rows(entered));
        Assert.Null(entered.Html.QuerySelector("form[action*='Publish']"));

        await app.TravelTo(Instant.FromUtc(2026, 3, 21, 0, 2));
        Assert.Contains("The vote has closed.", (await third.Get(vote)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("40", (await third.Get("/public/area/Riverside")).Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var lead = await app.Browse(Staff.Lead);
        await lead.Submit(await lead.Get(round), "form[action*='Publish']");
        Assert.Contains("Park: 41 votes: 1 on this page, 40 on paper or by telephone", (await third.Get("/public/area/Riverside")).Text, StringComparison.Ordinal);
        Assert.Contains("Park: 41 pleidlais", (await third.Get("/public/area/Riverside?lang=cy")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_votes_from_one_address_are_twenty()
    {
        await using var app = await TestApp.Begin();
        var vote = await Opened(app);
        var box = new BallotBox(app.Store, new byte[32]);
        var round = (await new PublicRows(app.Store).Round(vote["/public/vote/".Length..]))!;
        var answers = new List<BallotAnswer?>();
        for (var n = 0; n < 200; n++)
        {
            answers.Add((await box.Vote(round, "canal", box.Issue(round.Id), "192.0.2.7", TestApp.Start)).Answer);
        }

        Assert.Equal(Ballots.MostFromAddress, answers.Count(one => one == BallotAnswer.Counted));
        Assert.Equal(180, answers.Count(one => one == BallotAnswer.TooManyFromAddress));
        Assert.Equal(BallotAnswer.Counted, (await box.Vote(round, "canal", box.Issue(round.Id), "192.0.2.8", TestApp.Start)).Answer);

        // Many at once, each ballot twice: each counts once.
        var ballots = Enumerable.Range(0, 100).Select(_ => box.Issue(round.Id)).ToArray();
        var sent = await Task.WhenAll(ballots.Concat(ballots).Select((ballot, n) => Task.Run(async () => (await box.Vote(round, "park", ballot, $"198.51.100.{n % 100}", TestApp.Start)).Answer)));
        Assert.Equal((100, 100), (sent.Count(one => one == BallotAnswer.Counted), sent.Count(one => one == BallotAnswer.CountedBefore)));
        Assert.False(box.IsOurs("another-round", ballots[0]));
        Assert.All((string?[])[null, "", ".", "é.é", new string('x', 100_000), $"{ballots[0]}x"], bad => Assert.False(box.IsOurs(round.Id, bad)));
    }

    /// <summary>Every address that a stranger can come to from the public pages, with the answers to their forms.</summary>
    [Fact]
    public async Task No_way_leads_from_the_public_pages_to_a_record_and_they_are_small_and_kept_by_caches()
    {
        await using var app = await TestApp.Begin();
        var vote = await Opened(app);
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "arrange-placement", """{"conditionId":"reparation","projectId":"canal","project":"","communitySafety":false,"startsOn":"2026-03-09"}""");
        using var client = app.As(null);
        var (todo, seen) = (new Queue<string>(["/public", "/public/none", "/public/vote/none", "/public/area/%3Cscript%3E"]), new HashSet<string>());
        while (todo.TryDequeue(out var address))
        {
            if (!seen.Add(address))
            {
                continue;
            }

            using var answer = await client.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(text.Length < 60_000, address);
            Assert.False(answer.Headers.Contains("Set-Cookie"), address);
            Assert.Equal(answer.StatusCode == HttpStatusCode.OK && !address.StartsWith("/public/vote", StringComparison.Ordinal) ? "public, max-age=60" : "no-store", answer.Headers.CacheControl!.ToString());
            Assert.All((string[])[id, "DV-", "Sam Person", "Kit Worker", "theft", "Sol Supervisor", "demo-"], secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
            var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
            foreach (var to in html.QuerySelectorAll("a[href], form[action]").Select(one => one.GetAttribute("href") ?? one.GetAttribute("action")!).Where(to => !to.StartsWith('#')))
            {
                Assert.True(to == "/public" || to.StartsWith("/public/", StringComparison.Ordinal) || to.StartsWith("/public?", StringComparison.Ordinal), $"{address} leads to {to}");
                todo.Enqueue(to);
            }
        }

        Assert.InRange(seen.Count, 8, 40);
        Assert.Contains(vote, seen);
        foreach (var closed in (string[])["/rounds", "/moderation", "/projects", $"/agreements/{id}", "/register"])
        {
            using var answer = await client.GetAsync(closed);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    /// <summary>What the public pages are given: no service that could read a record is among it.</summary>
    [Fact]
    public void The_public_pages_are_given_their_own_read_model_and_nothing_else()
    {
        Type[] allowed = [typeof(PublicRows), typeof(IClock), typeof(NominationService), typeof(BallotBox)];
        var pages = typeof(PublicPage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PublicPage))).ToArray();
        Assert.True(pages.Length >= 5);
        Assert.All(pages.SelectMany(page => page.GetConstructors().Single().GetParameters()), given => Assert.Contains(given.ParameterType, allowed));
        Assert.All(
            typeof(PublicRows).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
            partition => Assert.StartsWith("public-", partition, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_language_has_every_text_with_the_same_places_to_fill_in()
    {
        Assert.All(PublicTexts.All, texts => Assert.Equal(PublicTexts.English.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal)));
        Assert.All(PublicTexts.All, texts => Assert.All(texts.Keys, key =>
        {
            Assert.False(string.IsNullOrWhiteSpace(texts[key]), key);
            Assert.Equal(PublicTexts.English[key].Count(c => c == '{'), texts[key].Count(c => c == '{'));
        }));
    }

    private static IEnumerable<string> Rows(Visit page) => page.Html.QuerySelectorAll("[aria-labelledby=votes-caption] tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())));

    /// <summary>A vote between two published projects, until 20 March.</summary>
    /// <returns>Its public address.</returns>
    private static async Task<string> Opened(TestApp app)
    {
        await Add(app, "canal", Entry.Replace(" <b>path</b>", " path", StringComparison.Ordinal));
        await Add(app, "park", Entry.Replace("Canal <b>path</b>", "Park", StringComparison.Ordinal));
        foreach (var id in (string[])["canal", "park"])
        {
            Assert.Equal(200, (await app.Post(Staff.Lead, $"/api/v1/projects/{id}/publish-project", "{}")).Status);
        }

        using var lead = await app.Browse(Staff.Lead);
        var form = await lead.Get("/rounds");
        Assert.Equal(422, (await lead.Submit(form, ("Chosen", "canal"), ("LastDay.Day", "20"), ("LastDay.Month", "3"), ("LastDay.Year", "2026"))).Status);
        var opened = await lead.Submit(form, ("Chosen", "canal"), ("Chosen", "park"), ("LastDay.Day", "20"), ("LastDay.Month", "3"), ("LastDay.Year", "2026"));
        Assert.Equal("The vote is open.", opened.Banner);
        return opened.Html.QuerySelector("a[href^='/public/vote/']")!.GetAttribute("href")!;
    }

    private static async Task Add(TestApp app, string id, string entry) => Assert.Equal(200, (await app.Post(Staff.Lead, $"/api/v1/projects/{id}/add-project", Body(entry))).Status);

    private static string Body(string entry) => $$"""{"entry":{{entry}}}""";
}

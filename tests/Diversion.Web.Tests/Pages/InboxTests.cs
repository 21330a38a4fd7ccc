using System.Net;
using System.Net.ServerSentEvents;
using AngleSharp.Dom;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>The lead's home page.</summary>
public sealed class InboxTests
{
    [Fact]
    public async Task An_empty_inbox_says_what_will_come()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        var home = await browser.Get("/");
        Assert.Equal("Inbox – Diversion", home.Title);
        Assert.Contains("Your inbox is empty. Breach proposals", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_counted_in_the_title_newest_first_and_leads_to_where_it_is_settled()
    {
        await using var app = await TestApp.Begin();
        var first = await app.Signed("CU-1");
        var second = await app.Signed("CU-2");
        await app.Do(Staff.Worker, first, "propose-breach", """{"reason":"Gone for weeks."}""");
        await app.TravelTo(TestApp.Start + Duration.FromHours(1));
        await app.Do(Staff.Worker, second, "receive-custody-notice", """{"noticeId":"n-1","notice":"arrest","occurredOn":"2026-03-05"}""");
        using var browser = await app.Browse(Staff.Lead);
        var home = await browser.Get("/");
        Assert.Equal("(2) Inbox – Diversion", home.Title);
        var items = home.Html.QuerySelectorAll(".work-list__item");
        Assert.Equal(["Arrested", "A breach is proposed: judgement"], items.Select(item => item.QuerySelector("strong")!.TextContent));
        Assert.Equal(
            [$"/agreements/{second}/acknowledge-alert/alert-1?from=work", $"/agreements/{first}/decide-breach?from=work"],
            items.Select(item => item.QuerySelector("a.govuk-button")!.GetAttribute("href")));
        Assert.Single(home.Html.QuerySelectorAll("main a.govuk-button:not(.govuk-button--secondary)"));
        Assert.Contains("Decide by 5pm on 18 March 2026, 9 working days left", home.Text, StringComparison.Ordinal);
        Assert.Contains("Key worker Kit Worker", home.Text, StringComparison.Ordinal);

        // Without script it does not claim to be live.
        Assert.EndsWith("Reload this page to see what is new.", home.Text, StringComparison.Ordinal);

        // The part that the script loads is the same list.
        Assert.Equal(
            items.Select(item => item.TextContent),
            (await browser.Get("/inbox/items")).Html.QuerySelectorAll(".work-list__item").Select(item => item.TextContent));
    }

    [Fact]
    public async Task What_somebody_else_owes_says_who_and_leads_to_the_case()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Referred();
        await app.TravelTo(TestApp.Start + Duration.FromDays(14));
        using var browser = await app.Browse(Staff.Lead);
        var item = (await browser.Get("/")).Html.QuerySelectorAll(".work-list__item").First(item => item.TextContent.Contains("Record the safeguarding check", StringComparison.Ordinal));
        Assert.Contains("To be done by the police officer. Make sure that it is done today.", item.TextContent, StringComparison.Ordinal);
        var button = item.QuerySelector("a.govuk-button")!;
        Assert.Equal(($"/agreements/{id}", "Open the case: Sam Person"), (button.GetAttribute("href"), button.TextContent));
    }

    [Fact]
    public async Task An_alert_is_acknowledged_with_what_was_done_and_leaves_the_inbox()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "receive-custody-notice", """{"noticeId":"n-1","notice":"arrest","occurredOn":"2026-03-05"}""");
        using var browser = await app.Browse(Staff.Lead);
        var done = await browser.Fill($"/agreements/{id}/acknowledge-alert/alert-1?from=work", ("Reason", "Released without charge"));
        Assert.Equal(("/", "The alert was acknowledged.", "Inbox – Diversion"), (done.Address, done.Banner, done.Title));
        Assert.Contains("Released without charge", (await browser.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
        var gone = await browser.Get($"/agreements/{id}/acknowledge-alert/alert-1");
        Assert.Equal((409, $"/agreements/{id}"), (gone.Status, gone.Html.QuerySelector("main a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Whoever_proposed_a_breach_reads_it_and_leaves_the_decision_to_another()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Lead, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        using var browser = await app.Browse(Staff.Lead);
        var home = await browser.Get("/");
        Assert.Contains("You proposed it: another lead decides.", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Decide the breach", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_inbox_is_told_of_a_change_without_a_name_or_a_reference()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        using var client = new HttpClient(app.Handler()) { BaseAddress = new Uri("http://localhost") };
        client.DefaultRequestHeaders.Add("Cookie", browser.Cookies.GetCookieHeader(client.BaseAddress));
        using var response = await client.GetAsync(new Uri("/inbox/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var events = SseParser.Create(stream).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.Equal("""{"count":0}""", await Next(events));
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        Assert.Equal("""{"count":1}""", await Next(events));
    }

    [Theory]
    [InlineData("worker")]
    [InlineData("officer")]
    [InlineData("provider")]
    [InlineData("analyst")]
    public async Task Nobody_but_a_lead_watches_or_fetches_it(string role)
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.All[role]);
        Assert.Equal(403, (await browser.Get("/inbox/stream")).Status);
        Assert.Equal(403, (await browser.Get("/inbox/items")).Status);
    }

    [Fact]
    public async Task A_page_that_keeps_itself_up_to_date_does_not_keep_the_session_alive()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        foreach (var minutes in (int[])[8, 15, 19])
        {
            app.Machine.Ahead = TimeSpan.FromMinutes(minutes);
            Assert.Equal("/inbox/items", (await browser.Get("/inbox/items")).Address);
        }

        app.Machine.Ahead = TimeSpan.FromMinutes(21);
        Assert.StartsWith("/sign-in", (await browser.Get("/inbox/items")).Address, StringComparison.Ordinal);
    }

    private static async Task<string> Next(IAsyncEnumerator<SseItem<string>> events)
    {
        while (await events.MoveNextAsync())
        {
            if (events.Current.EventType == "inbox")
            {
                return events.Current.Data;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}

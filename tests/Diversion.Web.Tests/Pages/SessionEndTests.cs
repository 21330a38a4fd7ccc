using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A session ends while somebody types: nothing is lost, and there is a warning before.</summary>
public sealed class SessionEndTests
{
    private const string Typed = "Typed for half an hour";

    [Fact]
    public async Task After_signing_in_again_the_answers_are_there_to_be_sent()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var signIn = await SendTooLate(app, browser, id);
        Assert.Contains("They are kept for an hour. Sign in as the same person to send them.", signIn.Text, StringComparison.Ordinal);

        var kept = await browser.Submit(signIn, ("person", Staff.Worker.Id));
        Assert.Equal((200, "Send your answers again – Diversion"), (kept.Status, kept.Title));
        Assert.Contains(Typed, kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Staff.Worker.Id, kept.Address, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Html.QuerySelectorAll(".kept-text"), text => text.TextContent.Length > 100);

        var done = await browser.Submit(kept);
        Assert.Equal((200, $"/agreements/{id}"), (done.Status, done.Address));
        Assert.NotNull(done.Banner);
        Assert.Contains(Typed, (await browser.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);

        // By Back and pressing again: once.
        await browser.Submit(kept);
        var timeline = (await browser.Get($"/agreements/{id}/timeline")).Text;
        Assert.Equal(timeline.IndexOf(Typed, StringComparison.Ordinal), timeline.LastIndexOf(Typed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_sees_or_sends_them()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var signIn = await SendTooLate(app, browser, id);
        var other = await browser.Submit(signIn, ("person", Staff.Lead.Id));
        Assert.Equal((404, "Page not found – Diversion"), (other.Status, other.Title));
        Assert.DoesNotContain(Typed, other.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_somebody_else_is_not_kept()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/note");
        browser.Forget("diversion-session");
        var ended = await browser.Submit(form, ("Text", Typed), ("FilledInBy", "ProgrammeLead:lead-1"));
        Assert.Equal((401, "You have been signed out – Diversion"), (ended.Status, ended.Title));
        Assert.Contains(Typed, ended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_how_long_the_session_lasts_and_asking_does_not_prolong_it()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        var left = await SecondsLeft(browser);
        Assert.InRange(left, 1190, 1200);

        app.Machine.Ahead = TimeSpan.FromMinutes(18);
        Assert.Contains("\"canStay\":true", (await browser.Get("/session")).Html.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.InRange(SecondsOf(await browser.Get("/session")), 1, 120);
        Assert.InRange(SecondsOf(await browser.Get("/session/stay")), 1190, 1200);
        app.Machine.Ahead = TimeSpan.FromMinutes(37);
        Assert.InRange(await SecondsLeft(browser), 1190, 1200);
    }

    [Fact]
    public async Task Near_the_end_of_the_longest_session_there_is_no_staying()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        for (; app.Machine.Ahead < TimeSpan.FromHours(7.75); app.Machine.Ahead += TimeSpan.FromMinutes(15))
        {
            await browser.Get("/");
        }

        await browser.Get("/");
        app.Machine.Ahead = TimeSpan.FromHours(8) - TimeSpan.FromMinutes(2);
        var asked = await browser.Get("/session/stay");
        Assert.Contains("\"canStay\":false", asked.Html.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.InRange(SecondsOf(asked), 1, 120);
    }

    private static async Task<Visit> SendTooLate(TestApp app, Browser browser, string id)
    {
        var form = await browser.Get($"/agreements/{id}/note");
        app.Machine.Ahead = TimeSpan.FromMinutes(21);
        var signIn = await browser.Submit(form, ("Text", Typed));
        Assert.Equal((200, "Sign in to the demo – Diversion"), (signIn.Status, signIn.Title));
        return signIn;
    }

    private static async Task<int> SecondsLeft(Browser browser) =>
        int.Parse((await browser.Get("/")).Html.Body!.GetAttribute("data-session-seconds")!, System.Globalization.CultureInfo.InvariantCulture);

    private static int SecondsOf(Visit answer) =>
        System.Text.Json.Nodes.JsonNode.Parse(answer.Body)!["seconds"]!.GetValue<int>();
}

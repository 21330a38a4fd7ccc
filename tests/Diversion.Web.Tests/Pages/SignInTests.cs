using System.Net;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

public sealed class SignInTests
{
    [Fact]
    public async Task One_press_signs_in_and_leads_to_the_page_that_was_asked_for()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = new Browser(app);
        var page = await browser.Get($"/agreements/{id}");
        Assert.Equal($"/sign-in?returnUrl=%2Fagreements%2F{id}", page.Address);
        Assert.Equal("Sign in to the demo – Diversion", page.Title);

        var there = await browser.Submit(page, ("person", Staff.Worker.Id));
        Assert.Equal((200, $"/agreements/{id}"), (there.Status, there.Address));
        Assert.Contains("Kit Worker, key worker", there.Html.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_site(string returnUrl)
    {
        await using var app = await TestApp.Begin();
        using var browser = new Browser(app);
        var page = await browser.Get($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        var home = await browser.Submit(page, ("person", Staff.Lead.Id));
        Assert.Equal((200, "/"), (home.Status, home.Address));
    }

    [Fact]
    public async Task The_demo_is_refused_from_another_machine_and_under_another_host_name()
    {
        await using var app = await TestApp.Begin();
        using var client = new HttpClient(app.Handler()) { BaseAddress = new Uri("http://evil.example") };
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/sign-in")).StatusCode);

        using var browser = new Browser(app);
        var page = await browser.Get("/sign-in");
        app.From = IPAddress.Parse("192.0.2.7");
        Assert.Equal(403, (await browser.Get("/sign-in")).Status);
        Assert.Equal(403, (await browser.Submit(page, ("person", Staff.Lead.Id))).Status);
    }

    [Fact]
    public async Task Without_a_demo_there_is_no_sign_in_page_and_the_pages_say_so()
    {
        await using var app = await TestApp.Begin(demo: false);
        using var browser = new Browser(app);
        Assert.Equal(404, (await browser.Get("/sign-in")).Status);
        var home = await browser.Get("/");
        Assert.Equal((401, "This server has no sign-in for people – Diversion"), (home.Status, home.Title));
        Assert.Null(home.Html.QuerySelector(".demo-bar"));
        Assert.Equal(400, (await browser.Post("/demo/move")).Status);
    }

    [Fact]
    public async Task The_cookie_opens_nothing_in_the_api_and_a_token_opens_pages()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        Assert.Equal(401, (await browser.Get("/api/v1/inbox")).Status);

        using var client = app.As(Staff.Lead);
        var page = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_the_reasons()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        var home = await browser.Get("/");
        var ended = await browser.Submit(home, "header form[action='/sign-out']");
        Assert.Equal("You are signed out – Diversion", ended.Title);
        Assert.StartsWith("/sign-in", (await browser.Get("/")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_out_after_the_session_has_ended_is_signed_out()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        var home = await browser.Get("/");
        app.Machine.Ahead = TimeSpan.FromMinutes(21);
        Assert.Equal("You are signed out – Diversion", (await browser.Submit(home, "header form[action='/sign-out']")).Title);
    }

    [Fact]
    public async Task A_session_ends_after_twenty_idle_minutes_of_the_machine_and_never_by_the_demos_clock()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        await app.TravelTo(TestApp.Start + NodaTime.Duration.FromDays(120));
        Assert.Equal("/", (await browser.Get("/")).Address);

        app.Machine.Ahead = TimeSpan.FromMinutes(15);
        Assert.Equal("/", (await browser.Get("/")).Address);
        app.Machine.Ahead = TimeSpan.FromMinutes(30);
        Assert.Equal("/", (await browser.Get("/")).Address);
        app.Machine.Ahead = TimeSpan.FromMinutes(51);
        Assert.StartsWith("/sign-in", (await browser.Get("/")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_busy_a_session_ends_after_eight_hours()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        for (; app.Machine.Ahead < TimeSpan.FromHours(7.75); app.Machine.Ahead += TimeSpan.FromMinutes(15))
        {
            Assert.Equal("/", (await browser.Get("/")).Address);
        }

        Assert.Equal("/", (await browser.Get("/")).Address);
        app.Machine.Ahead = TimeSpan.FromHours(8);
        Assert.StartsWith("/sign-in", (await browser.Get("/")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_of_another_demo_on_this_machine_is_not_accepted()
    {
        await using var first = await TestApp.Begin();
        await using var second = await TestApp.Begin();
        using var browser = await first.Browse(Staff.Lead);
        using var other = new Browser(second);
        foreach (Cookie cookie in browser.Cookies.GetCookies(new Uri("http://localhost")))
        {
            other.Cookies.Add(cookie);
        }

        Assert.StartsWith("/sign-in", (await other.Get("/")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_again_and_again_is_slowed_down_and_says_for_how_long()
    {
        await using var app = await TestApp.Begin(ownHost: true);
        using var browser = new Browser(app);
        for (var i = 0; i < TestApp.SignInsPerMinute; i++)
        {
            Assert.Equal(200, (await browser.Submit(await browser.Get("/sign-in"), ("person", Staff.Lead.Id))).Status);
        }

        var slowed = await browser.Submit(await browser.Get("/sign-in"), ("person", Staff.Lead.Id));
        Assert.Equal((429, "Too many tries – Diversion"), (slowed.Status, slowed.Title));
        Assert.InRange(slowed.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }
}

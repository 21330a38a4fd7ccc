using Diversion.Casework.Storage;
using Diversion.Web.Demo;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Tests.Pages;

public sealed class FaultPageTests
{
    [Fact]
    public async Task A_store_that_does_not_answer_gets_a_page_that_says_to_wait()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        app.Store.Fault = new StorageUnavailableException("The disk is full.");
        var page = await browser.Get("/");
        Assert.Equal((503, "The records cannot be reached now – Diversion"), (page.Status, page.Title));
        Assert.Equal(5, page.Headers.RetryAfter!.Delta!.Value.TotalSeconds);

        // Pages that need no record still work, as far as they can.
        Assert.Equal(503, (await browser.Get("/about/cookies")).Status);
    }

    [Fact]
    public async Task A_fault_of_ours_is_logged_without_its_message_and_answered_without_details()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        app.Store.Fault = new InvalidOperationException("Sam Person of 1 Secret Street");
        var page = await browser.Get("/");
        Assert.Equal((500, "Something went wrong on our side – Diversion"), (page.Status, page.Title));
        Assert.DoesNotContain("Secret", page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(app.Log.Lines, line => line.Contains("failed with InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/agreements/DV-00000-00000")]
    [InlineData("/agreements/x")]
    [InlineData("/agreements/DV-00000-00000/reason/x")]
    [InlineData("/agreements/x/reason")]
    [InlineData("/problem")]
    [InlineData("/demo/move")]
    public async Task A_missing_page_says_so_with_a_link(string address)
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get(address);
        Assert.Equal((404, "Page not found – Diversion"), (page.Status, page.Title));
        Assert.NotNull(page.Html.QuerySelector("main a[href='/']"));
    }

    [Theory]
    [InlineData("a\0b", 10)]
    [InlineData("longer than any form", 20_000)]
    public async Task A_form_that_cannot_be_read_says_so_in_our_words(string text, int times)
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Worker);
        var page = await browser.Submit(await browser.Get("/search"), ("Typed", string.Concat(Enumerable.Repeat(text, times))));
        Assert.Equal((400, "This form could not be read – Diversion"), (page.Status, page.Title));
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task The_log_names_routes_and_never_addresses()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        await browser.Get($"/agreements/{id}?cursor=secret");
        await browser.Get("/agreements/secret/nothing");
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Information 3001 GET agreements/{reference} answered 200", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines.Where(line => line.Contains(" 3001 ", StringComparison.Ordinal)), line => line.Contains("secret", StringComparison.Ordinal) || line.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_demo_bar_moves_the_clock_and_comes_back_with_what_happened()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var page = await browser.Get($"/agreements/{id}");
        Assert.Contains("It is 10am on 5 March 2026.", page.Html.QuerySelector(".demo-bar")!.TextContent, StringComparison.Ordinal);
        var later = await browser.Submit(page, ".demo-bar form", ("step", "Week"));
        Assert.Equal($"/agreements/{id}", later.Address);
        Assert.StartsWith("It is 10am on 12 March 2026 now. Things fell due ", later.Banner, StringComparison.Ordinal);

        ((TestDemo)app.Services.GetRequiredService<IDemo>()).Against = "The clock is moving already.";
        var refused = await browser.Submit(page, ".demo-bar form", ("step", "Day"));
        Assert.Equal(("Not done", "The clock is moving already."), (refused.Html.QuerySelector(".govuk-notification-banner__title")!.TextContent, refused.Banner));
        Assert.Null(refused.Html.QuerySelector(".govuk-notification-banner--success"));

        var missing = await browser.Get("/nowhere");
        Assert.Equal("/nowhere", (await browser.Submit(missing, ".demo-bar form", ("step", "Day"))).Address);
        Assert.Equal(404, (await browser.Forge(page, ".demo-bar form", ("step", "17"))).Status);
    }
}

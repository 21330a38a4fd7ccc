using AngleSharp.Dom;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What was sent, what was not, and retrying it.</summary>
public sealed class MessagePageTests
{
    [Fact]
    public async Task Waiting_messages_are_described_as_text_and_need_no_action()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        var page = await browser.Get("/messages");
        Assert.Contains("Given up None to deal with.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Notice: agreement signed", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not tried yet", page.Text, StringComparison.Ordinal);
        var own = await browser.Get($"/agreements/{id}/messages");
        Assert.Contains("Notice: agreement signed Connected systems Waiting", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("uk.diversion", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Try again", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_given_up_shows_why_and_is_tried_again()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await new FailingPost().GiveUp(app);
        using var browser = await app.Browse(Staff.Lead);
        Assert.Contains("A message could not be delivered", (await browser.Get("/")).Text, StringComparison.Ordinal);
        var page = await browser.Get("/messages");
        Assert.Contains(FailingPost.Fault, page.Text, StringComparison.Ordinal);
        var links = page.Html.QuerySelectorAll("#given-up-caption ~ tbody a[href*='?from=messages']");
        var address = links[0].GetAttribute("href")!;

        var form = await browser.Get(address);
        Assert.Contains(FailingPost.Fault, form.Text, StringComparison.Ordinal);
        var done = await browser.Submit(form, ("Reason", "The address was wrong"));
        Assert.Equal(("/messages", "The message is tried again."), (done.Address, done.Banner));
        Assert.Equal(links.Length - 1, done.Html.QuerySelectorAll("#given-up-caption ~ tbody a[href*='?from=messages']").Length);
        Assert.Contains("The address was wrong", (await browser.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);

        var twice = await browser.Submit(form, ("Reason", "The address was wrong"));
        Assert.Equal(422, twice.Status);
        Assert.Equal("The address was wrong", twice.Html.QuerySelector("#Reason")!.TextContent);
    }

    [Fact]
    public async Task A_message_that_a_lead_acknowledged_stays_with_its_agreement_and_offers_no_try_that_would_be_refused()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await new FailingPost().GiveUp(app);
        using var browser = await app.Browse(Staff.Lead);
        var before = (await browser.Get("/messages")).Html.QuerySelectorAll("#given-up-caption ~ tbody tr").Length;
        var alert = (await browser.Get("/")).Html.QuerySelectorAll("a.work-list__action").First(link => link.TextContent.StartsWith("See the messages", StringComparison.Ordinal));
        var own = await browser.Get(alert.GetAttribute("href")!);
        var again = own.Html.QuerySelector("main tbody a")!.GetAttribute("href")!;
        var acknowledged = (await browser.Get($"/agreements/{id}/whole")).Html.QuerySelectorAll("main a[href*='/acknowledge-alert/']");
        foreach (var link in acknowledged)
        {
            await browser.Fill(link.GetAttribute("href")!, ("Reason", "Told them by telephone"));
        }

        Assert.Equal(before, acknowledged.Length);
        Assert.Contains("None to deal with.", (await browser.Get("/messages")).Text, StringComparison.Ordinal);
        var after = await browser.Get($"/agreements/{id}/messages");
        Assert.Contains("A lead acknowledged this. It is not tried again.", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Try again", after.Text, StringComparison.Ordinal);
        Assert.Equal((409, "This cannot be done now – Diversion"), await browser.Get(again) is var gone ? (gone.Status, gone.Title) : default);
    }

    [Fact]
    public async Task A_key_worker_sees_the_messages_of_their_case_and_tries_none_again()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await new FailingPost().GiveUp(app);
        using var browser = await app.Browse(Staff.Worker);
        var page = await browser.Get($"/agreements/{id}/messages");
        Assert.Contains("Given up", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Try again", page.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await browser.Get("/messages")).Status);
        using var lead = await app.Browse(Staff.Lead);
        var address = (await lead.Get($"/agreements/{id}/messages")).Html.QuerySelector("main tbody a")!.GetAttribute("href")!;
        Assert.Equal(403, (await browser.Get(address)).Status);
    }

    [Fact]
    public async Task A_message_that_there_is_not_is_not_found()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Lead);
        Assert.Equal(404, (await browser.Get($"/agreements/{id}/messages/nonsense")).Status);
        using var officer = await app.Browse(Staff.Officer);
        Assert.Equal(403, (await officer.Get($"/agreements/{id}/messages")).Status);
    }
}

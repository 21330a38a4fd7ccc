using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>The worker who has to tell the person sees whether an email went to them. It does not count as telling them.</summary>
public sealed class PersonMailTests
{
    [Fact]
    public async Task An_email_that_was_sent_is_shown_with_its_time_and_without_the_address_and_the_person_is_still_to_be_told()
    {
        await using var app = await TestApp.Begin();
        var id = await Warned(app, Cases.Person);
        using var browser = await app.Browse(Staff.Worker);
        Assert.Contains("An email to the person is on its way.", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);

        await new WorkingPost().GiveUp(app);
        foreach (var address in (string[])[$"/agreements/{id}/contact", $"/agreements/{id}/tell-person/warning-1"])
        {
            var page = await browser.Get(address);
            Assert.Contains("Email sent on 5 March 2026 at 10am to the person.", page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("sam@example.org", (await browser.Get($"/agreements/{id}/tell-person/warning-1")).Text, StringComparison.Ordinal);
        Assert.Contains("Not told yet", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        using var officer = await app.Browse(Staff.Officer);
        Assert.Contains("Email sent on 5 March 2026", (await officer.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        using var provider = await app.Browse(Staff.Provider);
        Assert.DoesNotContain("Email sent", (await provider.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_email_that_failed_says_so()
    {
        await using var app = await TestApp.Begin();
        var id = await Warned(app, Cases.Person);
        await new FailingPost().GiveUp(app);
        using var browser = await app.Browse(Staff.Worker);
        Assert.Contains("The email to the person could not be delivered. Tell them another way.", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        Assert.Contains("could not be delivered. Tell them another way.", (await browser.Get($"/agreements/{id}/tell-person/warning-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_email_the_telling_page_says_that_there_was_none()
    {
        await using var app = await TestApp.Begin();
        var id = await Warned(app, Cases.Person);
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks"}""");
        using var browser = await app.Browse(Staff.Worker);
        Assert.Contains("No email about this was sent to the person.", (await browser.Get($"/agreements/{id}/tell-person/breach-proposed-1")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> Warned(TestApp app, string person)
    {
        Assert.Contains("sam@example.org", person, StringComparison.Ordinal);
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
        return id;
    }
}

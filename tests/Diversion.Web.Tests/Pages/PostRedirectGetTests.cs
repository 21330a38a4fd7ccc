using Diversion.Casework.Storage;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A browser is never left on the answer to a form: Back and Reload do not ask to send it again.</summary>
public sealed class PostRedirectGetTests
{
    [Fact]
    public async Task Faults_are_shown_at_an_address_of_their_own_that_can_be_loaded_again()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker, navigates: true);
        var form = await browser.Get($"/agreements/{id}/note");
        var faulty = await browser.Submit(form, ("Text", " "));
        Assert.Equal((422, 1), (faulty.Status, faulty.Faults.Count));
        Assert.StartsWith($"/agreements/{id}/note?shown=", faulty.Address, StringComparison.Ordinal);

        var again = await browser.Get(faulty.Address);
        Assert.Equal((faulty.Status, faulty.Title, faulty.Text), (again.Status, again.Title, again.Text));

        // Its form can be sent from there like any other.
        var done = await browser.Submit(again, ("Text", "Rang the college."));
        Assert.Equal((200, $"/agreements/{id}"), (done.Status, done.Address));
    }

    [Fact]
    public async Task The_slower_of_two_loads_the_change_again()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker, navigates: true);
        var form = await browser.Get($"/agreements/{id}/note");
        await app.Do(Staff.Lead, id, "add-note", """{"text":"Quicker."}""");
        var stale = await browser.Submit(form, ("Text", "Mine"));
        Assert.Equal(412, stale.Status);
        Assert.Equal(stale.Text, (await browser.Get(stale.Address)).Text);
    }

    [Fact]
    public async Task What_was_shown_to_one_is_shown_to_nobody_else_and_to_nobody_under_another_address()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker, navigates: true);
        var faulty = await browser.Submit(await browser.Get($"/agreements/{id}/note"), ("Text", " "));
        Assert.Equal("/about/cookies", (await browser.Get(faulty.Address.Replace($"/agreements/{id}/note", "/about/cookies", StringComparison.Ordinal))).Address);

        using var lead = await app.Browse(Staff.Lead, navigates: true);
        var plain = await lead.Get(faulty.Address);
        Assert.Equal((200, $"/agreements/{id}/note"), (plain.Status, plain.Address));
        Assert.Empty(plain.Faults);

        using var nobody = new Browser(app) { Navigates = true };
        Assert.StartsWith("/sign-in", (await nobody.Get(faulty.Address)).Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("a%2Fb%5C%23%3F")]
    public async Task An_invalid_key_leads_to_the_page_itself(string key)
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead, navigates: true);
        Assert.Equal("/about/cookies?a=b", (await browser.Get($"/about/cookies?a=b&shown={key}")).Address);
    }

    [Fact]
    public async Task A_program_gets_the_answer_at_once()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var faulty = await browser.Submit(await browser.Get($"/agreements/{id}/note"), ("Text", " "));
        Assert.Equal((422, $"/agreements/{id}/note"), (faulty.Status, faulty.Address));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_does_not_hide_the_answer()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Lead, navigates: true);
        var page = await browser.Get("/about/cookies");
        app.Store.Fault = new StorageUnavailableException("The disk is full.");
        var refused = await browser.Post("/about/cookies", KeyValuePair.Create("__RequestVerificationToken", page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        Assert.Equal((405, "/about/cookies"), (refused.Status, refused.Address));
    }
}

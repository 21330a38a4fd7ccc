using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What every form does, tried on the note.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task A_note_is_added_once_however_often_it_is_sent()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/note");
        var first = await browser.Submit(form, ("Text", "Called <b>today</b>"));
        Assert.Equal(($"/agreements/{id}", "The note was added."), (first.Address, first.Banner));
        var version = (await app.Casework.Find(new AgreementId(id)))!.Version;

        var second = await browser.Submit(form, ("Text", "Called <b>today</b>"));
        Assert.Equal("The note was added.", second.Banner);
        Assert.Equal(version, (await app.Casework.Find(new AgreementId(id)))!.Version);
        Assert.Null((await browser.Get($"/agreements/{id}")).Banner);
    }

    [Fact]
    public async Task A_missing_answer_is_reported_at_the_top_and_at_its_field()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var again = await browser.Submit(await browser.Get($"/agreements/{id}/note"), ("Text", "  "));
        Assert.Equal((422, "Error: Add a note: Sam Person – Diversion"), (again.Status, again.Title));
        Assert.Equal(["Enter the note"], again.Faults);
        var field = again.Html.QuerySelector(again.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!)!;
        Assert.Contains("Text-error", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("Error: Enter the note", again.Html.QuerySelector("#Text-error")!.TextContent);
    }

    [Fact]
    public async Task What_somebody_else_changed_is_shown_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var slow = await app.Browse(Staff.Worker);
        using var quick = await app.Browse(Staff.Lead);
        var form = await slow.Get($"/agreements/{id}/note");
        await quick.Submit(await quick.Get($"/agreements/{id}/note"), ("Text", "First"));

        var stale = await slow.Submit(form, ("Text", "Second & <last>"));
        Assert.Equal(412, stale.Status);
        Assert.Contains("A note was added. (Lee Lead, 10am today)", stale.Faults);
        Assert.Equal("Second & <last>", stale.Html.QuerySelector("textarea")!.TextContent);
        Assert.Equal("The note was added.", (await slow.Submit(stale, ("Text", "Second & <last>"))).Banner);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_what_was_typed_can_be_copied()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Worker);
        var form = await browser.Get($"/agreements/{id}/note");
        browser.Forget("diversion-form");
        var refused = await browser.Submit(form, ("Text", "Typed with care"));
        Assert.Equal((400, "This form can no longer be sent – Diversion"), (refused.Status, refused.Title));
        Assert.Contains("Typed with care", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Typed with care", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/demo/move")]
    [InlineData("/agreements/DV-00000-00000/note")]
    [InlineData("/agreements/DV-00000-00000/reason")]
    public async Task No_post_is_taken_without_a_token(string address)
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Worker);
        var refused = await browser.Post(address, KeyValuePair.Create("person", "lead-1"), KeyValuePair.Create("step", "Day"));
        Assert.Equal((400, "This form can no longer be sent – Diversion"), (refused.Status, refused.Title));
    }

    [Fact]
    public async Task A_list_leads_on_only_while_there_is_more()
    {
        await using var app = await TestApp.Begin();
        using var browser = await app.Browse(Staff.Officer);
        for (var i = 0; i < 51; i++)
        {
            if (i == 50)
            {
                Assert.Null((await browser.Get("/")).Html.QuerySelector(".govuk-pagination"));
            }

            await app.Referred($"CU-{i}");
        }

        var first = await browser.Get("/");
        var second = await browser.Get(first.Html.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href")!);
        const string cases = "[aria-labelledby=caseload-caption] tbody tr";
        Assert.Equal((50, 1), (first.Html.QuerySelectorAll(cases).Length, second.Html.QuerySelectorAll(cases).Length));
        Assert.Null(second.Html.QuerySelector(".govuk-pagination__next"));
        Assert.Equal("/", second.Html.QuerySelector(".govuk-pagination__prev a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_form_is_shown_to_nobody_whose_role_cannot_send_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Provider);
        Assert.Null((await browser.Get($"/agreements/{id}/whole")).Html.QuerySelector($"main a[href='/agreements/{id}/note']"));
        var refused = await browser.Get($"/agreements/{id}/note");
        Assert.Equal((403, "You cannot see this page – Diversion"), (refused.Status, refused.Title));
    }

    [Fact]
    public async Task Access_outside_ones_own_work_asks_for_a_reason_once_and_is_logged()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.OtherWorker);
        var asked = await browser.Get($"/agreements/{id}");
        Assert.StartsWith($"/agreements/{id}/reason?", asked.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam Person", asked.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var tooShort = await browser.Submit(asked, ("Reason", "Because"));
        Assert.Equal(["Reason must be 10 characters or more"], tooShort.Faults);
        var record = await browser.Submit(tooShort, ("Reason", "Covering for Kit this week"));
        Assert.Equal((200, $"/agreements/{id}"), (record.Status, record.Address));
        Assert.Contains("Sam Person", record.Html.DocumentElement.TextContent, StringComparison.Ordinal);

        app.Clock.MoveTo(TestApp.Start + NodaTime.Duration.FromMinutes(1));
        Assert.Equal($"/agreements/{id}", (await browser.Get($"/agreements/{id}")).Address);
        var log = await app.Get(Staff.Lead, $"/api/v1/agreements/{id}/access-log");
        Assert.Equal(2, log.Json!.AsArray().Count);
        Assert.Equal("Covering for Kit this week", log.Json[0]!["reason"]!.GetValue<string>());
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Covering for Kit", StringComparison.Ordinal));
    }
}

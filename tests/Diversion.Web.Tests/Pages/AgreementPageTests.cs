using AngleSharp.Dom;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>One agreement as each role sees it.</summary>
public sealed class AgreementPageTests
{
    [Theory]
    [InlineData("worker")]
    [InlineData("lead")]
    [InlineData("officer")]
    [InlineData("sergeant")]
    [InlineData("provider")]
    [InlineData("facilitator")]
    public async Task Whatever_is_offered_can_be_opened(string role)
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        await app.TravelTo(TestApp.Start + Duration.FromHours(30));
        using var browser = await app.Browse(Staff.All[role]);
        var page = await browser.Get($"/agreements/{id}/whole");
        Assert.Equal(200, page.Status);
        var links = page.Html.QuerySelectorAll("main a:not([href^='mailto:'])").Select(a => a.GetAttribute("href")!).Distinct().ToArray();
        foreach (var link in links)
        {
            var opened = await browser.Get(link);
            Assert.True(opened.Status == 200, $"{link}: {opened.Status} {opened.Text}");
            Assert.Single(opened.Html.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task A_key_worker_sees_the_status_what_comes_next_and_by_which_rule()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var browser = await app.Browse(Staff.Worker);
        var text = (await browser.Get($"/agreements/{id}/whole")).Text;
        foreach (var expected in (string[])
        [
            "Last day 5 July 2026", "No time limit", "Kit Worker", "Nothing of 18 hours", "Not asked yet", "Fay Facilitator", "10:30am today",
            "What happens next", "Consent given and tag fitted within 3 working days of signing.",
            "sam@example.org", "Vic Tim", "Latest events", "Drugs and alcohol pathway", "Keeps away from", "High Street", "From 9pm to 6am",
            "the team manager is told: Have the tag fitted (tag monitoring)", "Change the answer to a check: safeguarding check",
        ])
        {
            Assert.Contains(expected, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_person_is_shown_with_pnc_id_ethnicity_and_how_they_want_to_be_contacted_to_those_who_see_the_person()
    {
        await using var app = await TestApp.Begin();
        var person = Cases.Person.Replace("\"contactConsent\":true", "\"contactConsent\":true,\"pncId\":\"2020/0000009N\",\"ethnicity\":\"W2\",\"preferredContact\":\"textMessage\"", StringComparison.Ordinal);
        var id = (await app.Post(Staff.Officer, "/api/v1/referrals", Cases.Referral("CU-9", person)))["agreement"].GetValue<string>();
        await app.Assessed(id);
        await app.Do(Staff.Sergeant, id, "approve-eligibility", "{}");
        await app.Do(Staff.Officer, id, "make-offer", $$"""{"conditions":{{Cases.AllConditions}}}""");
        await app.Do(Staff.Officer, id, "sign-agreement", """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Kit Worker","team":"north"}}""");
        string[] shown = ["PNC id2020/0000009N", "Ethnicity, as they define itWhite: Irish (W2)", "How they want to be contactedText message"];
        foreach (var actor in (Domain.Agreements.Actor[])[Staff.Officer, Staff.Sergeant, Staff.Worker, Staff.Manager, Staff.Lead])
        {
            using var browser = await app.Browse(actor);
            var text = (await browser.Get($"/agreements/{id}/whole")).Text;
            Assert.All(shown, expected => Assert.True(text.Contains(expected, StringComparison.Ordinal), $"{actor.Name}: {expected} is not in {text[Math.Max(0, text.Length - 900)..]}"));
        }

        foreach (var partner in (Domain.Agreements.Actor[])[Staff.Provider, Staff.Facilitator])
        {
            using var browser = await app.Browse(partner);
            Assert.DoesNotContain("2020/0000009N", (await browser.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_provider_sees_their_own_conditions_and_nothing_else()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var browser = await app.Browse(Staff.Provider);
        var page = await browser.Get($"/agreements/{id}/whole");
        Assert.Contains("Reparation", page.Text, StringComparison.Ordinal);
        foreach (var hidden in (string[])["Supervision meetings", "Tag monitoring", "Vic Tim", "Theft from a shop", "Secret Street", "Latest events", "Charge by", "Warnings"])
        {
            Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(403, (await browser.Get($"/agreements/{id}/timeline")).Status);
    }

    [Fact]
    public async Task Neither_the_title_nor_an_address_names_the_person()
    {
        await using var app = await TestApp.Begin();
        var id = await app.WithMeeting();
        using var browser = await app.Browse(Staff.Worker);
        var page = await browser.Get($"/agreements/{id}");
        Assert.Equal($"{id} – Diversion", page.Title);
        foreach (var link in page.Html.QuerySelectorAll("a"))
        {
            Assert.DoesNotContain("Person", link.GetAttribute("href")!, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_timeline_is_shown_page_by_page_newest_first()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        for (var i = 1; i <= 55; i++)
        {
            await app.Do(Staff.Worker, id, "add-note", $$"""{"text":"Note {{i}}."}""");
        }

        using var browser = await app.Browse(Staff.Worker);
        var first = await browser.Get($"/agreements/{id}/timeline");
        Assert.Contains("Note 55.", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Note 5.", first.Text, StringComparison.Ordinal);
        var next = first.Html.QuerySelectorAll("nav a").Single(a => a.TextContent == "Next page").GetAttribute("href")!;
        var second = await browser.Get(next);
        Assert.Contains("Note 5.", second.Text, StringComparison.Ordinal);
        Assert.Contains("Referred by Olive Officer", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Next page", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_is_withdrawn_beside_it_and_only_by_those_who_may()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "record-failure", """{"failureId":"f-1","reason":"Left early"}""");
        using var worker = await app.Browse(Staff.Worker);
        using var officer = await app.Browse(Staff.Officer);
        Assert.Contains("First warning of 5 March 2026", (await officer.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        Assert.Null((await officer.Get($"/agreements/{id}/whole")).Html.QuerySelector("main a[href$='/withdraw-warning/1']"));
        Assert.NotNull((await worker.Get($"/agreements/{id}/whole")).Html.QuerySelector("main a[href$='/withdraw-warning/1']"));
    }
}

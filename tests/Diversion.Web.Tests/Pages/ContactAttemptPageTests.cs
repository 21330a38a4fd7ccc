using Diversion.Domain.Conditions.Pathway;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>A provider tries to reach somebody who was referred, by the scheme's plan, and the key worker decides what is next.</summary>
public sealed class ContactAttemptPageTests
{
    [Fact]
    public async Task A_provider_records_attempts_from_the_home_page_until_the_plan_is_done_and_the_key_worker_decides()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var sent = await worker.Fill($"/agreements/{id}/send-pathway-referral/pathway", [("Chosen", "Reach")]);
        Assert.Equal("The referral was sent.", sent.Banner);

        // Thursday 5 March, and two attempts at once in the morning of the Friday.
        await app.TravelTo(TestApp.Start + Duration.FromHours(30));
        using var provider = await app.Browse(Staff.Provider);
        var home = await provider.Get("/");
        Assert.Contains("Try to reach the person", home.Text, StringComparison.Ordinal);
        var link = home.Html.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("Record an attempt to reach the person", StringComparison.Ordinal)).GetAttribute("href")!;
        await Try(provider, link, "Call-NoAnswer", "6", "9am");
        await Try(provider, link, "Text-MessageLeft", "6", "9:05am");
        var last = await Try(provider, link, "Visit-NoAnswer", "5", "6pm");
        Assert.Contains("does not count against the person", last.Banner!, StringComparison.Ordinal);

        var seen = await worker.Get($"/agreements/{id}/whole");
        Assert.Contains("visit, nobody in, at 6pm on 5 March 2026", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Decide what is next: the person was not reached", (await worker.Get("/")).Text, StringComparison.Ordinal);
        var missing = await worker.Fill($"/agreements/{id}/decide-contact/pathway", [("Chosen", "WaitForPerson")]);
        Assert.Equal(["Enter the reason"], missing.Faults);
        var decided = await worker.Fill($"/agreements/{id}/decide-contact/pathway", [("Chosen", "WaitForPerson"), ("Reason", "She has the letter with the numbers.")]);
        Assert.Equal("It was recorded what is next.", decided.Banner);

        var state = await app.Stands(id);
        Assert.Equal(ContactNext.WaitForPerson, state.Condition<PathwayCondition>("pathway").AfterAttempts);
        Assert.Empty(state.Failures);
        Assert.DoesNotContain("reach the person", (await provider.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_provider_records_nothing_and_a_time_that_lies_ahead_is_told()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "send-pathway-referral", """{"conditionId":"pathway","reach":true}""");
        using var provider = await app.Browse(Staff.Provider);
        var ahead = await Try(provider, $"/agreements/{id}/record-contact-attempt/pathway", "Call-NoAnswer", "6", "9am");
        Assert.Contains("in the future", Assert.Single(ahead.Faults), StringComparison.Ordinal);
        using var other = await app.Browse(Staff.OtherProvider);
        Assert.Equal(403, (await other.Get($"/agreements/{id}/record-contact-attempt/pathway")).Status);
    }

    private static async Task<Visit> Try(Browser browser, string link, string chosen, string day, string time) =>
        await browser.Submit(await browser.Get(link), ("Chosen", chosen), ("Day.Day", day), ("Day.Month", "3"), ("Day.Year", "2026"), ("Time", time));
}

using AngleSharp.Dom;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Time;
using Diversion.Web.Portal;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>Providers and facilitators: their referrals, what has to be done with them, and nothing else.</summary>
public sealed class PartnerTests
{
    private static readonly (string, string)[] SignedDay = [("Day.Day", "5"), ("Day.Month", "3"), ("Day.Year", "2026")];

    [Fact]
    public async Task A_provider_accepts_a_referral_from_the_home_page_assesses_and_closes_it()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Provider);
        var before = (await browser.Get("/")).Text;
        Assert.DoesNotContain("Answer the pathway referral", before, StringComparison.Ordinal);
        Assert.Contains("Reparation, Pathway Drugs and alcohol", before, StringComparison.Ordinal);
        await app.Do(Staff.Worker, id, "send-pathway-referral", """{"conditionId":"pathway"}""");
        var home = await browser.Get("/");
        var accept = home.Html.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("Accept the referral", StringComparison.Ordinal));
        var accepted = await browser.Submit(await browser.Get(accept.GetAttribute("href")!));
        Assert.Equal(("/", "The referral was accepted."), (accepted.Address, accepted.Banner));

        await Take(browser, id, "record-pathway-assessment/pathway/Start", ("Chosen", "4"));
        await Take(browser, id, "record-pathway-assessment/pathway/End", ("Chosen", "9"));
        await Take(browser, id, "close-pathway/pathway", ("Chosen", "completed"));
        var pathway = (await app.Stands(id)).Condition<PathwayCondition>("pathway");
        Assert.Equal((ConditionStatus.Kept, 4, 9), (pathway.Status, pathway.StartScore!.Value, pathway.EndScore!.Value));
    }

    [Fact]
    public async Task A_provider_declines_with_a_reason_and_has_it_no_more()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "send-pathway-referral", """{"conditionId":"pathway"}""");
        using var browser = await app.Browse(Staff.Provider);
        var without = await browser.Submit(await browser.Get($"/agreements/{id}/decline-pathway-referral/pathway"));
        Assert.Equal(["Enter the reason"], without.Faults);
        await browser.Submit(without, ("Reason", "No places until June"));
        Assert.Equal(PathwayReferral.Declined, (await app.Stands(id)).Condition<PathwayCondition>("pathway").Referral);
    }

    [Fact]
    public async Task A_provider_schedules_a_session_and_records_hours_with_their_credit()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Provider);
        await Take(browser, id, "arrange-placement/reparation", [.. SignedDay, ("Line", "Riverside path"), ("Chosen", "other")]);
        await Take(browser, id, "schedule-appointment/reparation", ("Day.Day", "6"), ("Day.Month", "3"), ("Day.Year", "2026"), ("StartsAt", "9am"), ("Length.Hours", "3"));
        var session = Assert.Single((await app.Stands(id)).Condition<ReparationCondition>("reparation").Appointments);
        await app.TravelTo(TestApp.Start + Duration.FromHours(30));

        var home = await browser.Get("/");
        var record = home.Html.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("Record the outcome", StringComparison.Ordinal));
        var form = await browser.Get(record.GetAttribute("href")!);
        Assert.Contains($"/record-attendance/reparation/{session.Id}?", form.Address, StringComparison.Ordinal);
        var done = await browser.Submit(form, ("Chosen", "Attended"), ("Attended.Hours", "3"), ("TakenOff.Minutes", "30"), ("Grade", "Good"));
        Assert.Equal(("/", "The outcome was recorded."), (done.Address, done.Banner));
        Assert.Equal(150, (await app.Stands(id)).Condition<ReparationCondition>("reparation").CreditedMinutes);
    }

    [Fact]
    public async Task Every_page_of_a_provider_keeps_from_them_what_is_not_theirs()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.Do(Staff.Worker, id, "add-note", """{"text":"A secret worry"}""");
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        using var browser = await app.Browse(Staff.Provider);
        var found = await browser.Submit(await browser.Get("/search"), ("Typed", "Sam"));
        Assert.Contains("Sam Person", found.Text, StringComparison.Ordinal);
        string[] hidden = ["reach review", "Gone for weeks", "Vic Tim", "0191 000000", "I want an apology", "Theft", "Secret Street", "sam@example.org", "A secret worry", "Restorative", "High Street", "OGRS"];
        var seen = new HashSet<string>();
        var next = new Queue<string>(["/", "/search", $"/agreements/{id}", $"/agreements/{id}/timeline", $"/agreements/{id}/looks", $"/agreements/{id}/enrol", $"/agreements/{id}/paper", $"/agreements/{id}/breach-file", $"/agreements/{id}/completion-file", $"/agreements/{id}/case-file/zip", $"/agreements/{id}/case-file/check", $"/agreements/{id}/messages", $"/agreements/{id}/record-victim", found.Address]);
        while (next.TryDequeue(out var address))
        {
            if (!seen.Add(address))
            {
                continue;
            }

            var page = await browser.Get(address);
            Assert.All(hidden, word => Assert.False(page.Html.DocumentElement.OuterHtml.Contains(word, StringComparison.Ordinal), $"{address} shows {word}"));
            foreach (var link in page.Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(href => href.StartsWith('/')))
            {
                next.Enqueue(link);
            }
        }

        Assert.True(seen.Count > 12, string.Join(' ', seen));
    }

    [Fact]
    public async Task A_provider_with_more_referrals_than_a_page_or_a_read_of_the_store_sees_each_once()
    {
        const int More = 510;
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        var partition = Partitions.Provider("Green Spaces");
        var own = (await app.Store.Get(Tables.Caseload, partition, id))!;

        // Rows like those of the real case; a transaction has at most 99.
        foreach (var some in Enumerable.Range(1, More).Chunk(90))
        {
            await app.Store.Commit(
                new TableTransaction(
                    Tables.Caseload,
                    partition,
                    [.. some.Select(n => new RowChange.Insert($"DV-ROW-{n:D5}", new Dictionary<string, object>(own.Properties) { ["agreement"] = $"DV-ROW-{n:D5}", ["name"] = $"Person {n}" }))]),
                []);
        }

        using var browser = await app.Browse(Staff.Provider);
        var seen = new List<string>();
        var pages = 0;
        for (string? next = "/"; next is not null; pages++)
        {
            var page = await browser.Get(next);
            Assert.Equal(200, page.Status);
            seen.AddRange(page.Html.QuerySelectorAll("main tbody tr td:first-child a").Select(link => link.GetAttribute("href")!));
            next = page.Html.QuerySelectorAll("main nav a").SingleOrDefault(link => link.TextContent.Contains("Next page", StringComparison.Ordinal))?.GetAttribute("href");
        }

        Assert.Equal(More + 1, seen.Distinct().Count());
        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.True(pages > 5, $"{pages} pages");
    }

    [Fact]
    public async Task What_a_provider_writes_is_read_by_the_key_worker_and_then_leaves_their_list()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var provider = await app.Browse(Staff.Provider);
        var own = await provider.Get($"/agreements/{id}/whole");
        Assert.Contains("Kit Worker", own.Text, StringComparison.Ordinal);
        Assert.Contains("kit@example.test", own.Text, StringComparison.Ordinal);
        Assert.Contains("0191 496 0000", own.Text, StringComparison.Ordinal);
        var written = await provider.Fill($"/agreements/{id}/note/reparation", ("Text", "His back hurts: no digging"));
        Assert.Equal("The note was added.", written.Banner);
        Assert.Contains("His back hurts: no digging", (await provider.WholeOf(written)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Read a partner", written.Text, StringComparison.Ordinal);

        using var worker = await app.Browse(Staff.Worker);
        var home = await worker.Get("/");
        var read = Assert.Single(home.Html.QuerySelectorAll("main a"), link => link.TextContent.StartsWith("Read the partner’s notes", StringComparison.Ordinal));
        Assert.Contains("His back hurts: no digging", (await worker.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        var form = await worker.Get(read.GetAttribute("href")!);
        Assert.Contains("His back hurts: no digging Pat Provider", form.Text, StringComparison.Ordinal);
        var done = await worker.Submit(form);
        Assert.Equal((200, "/", "It was recorded that you read the notes."), (done.Status, done.Address, done.Banner));
        Assert.DoesNotContain("Read the partner’s notes", done.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await provider.Get($"/agreements/{id}/read-partner-notes/reparation")).Status);
    }

    [Fact]
    public async Task What_the_key_worker_writes_is_read_by_the_provider_of_that_condition_only()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        await worker.Fill($"/agreements/{id}/note/reparation", ("Text", "Please call before nine"));
        using var provider = await app.Browse(Staff.Provider);
        Assert.Contains("Please call before nine", (await provider.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        using var other = await app.Browse(Staff.Facilitator);
        Assert.DoesNotContain("Please call before nine", (await other.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
        Assert.NotEqual(200, (await other.Get($"/agreements/{id}/note/reparation")).Status);
        Assert.Equal(403, (await other.Get($"/agreements/{id}/note")).Status);
    }

    [Fact]
    public async Task Somebody_elses_referral_is_neither_listed_nor_opened()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        foreach (var stranger in (Actor[])[Staff.OtherProvider, Staff.OtherFacilitator])
        {
            using var browser = await app.Browse(stranger);
            var home = await browser.Get("/");
            Assert.Contains("You have no open referrals", home.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Sam Person", home.Text, StringComparison.Ordinal);
            Assert.Equal(403, (await browser.Get($"/agreements/{id}")).Status);
            Assert.Equal(403, (await browser.Get($"/agreements/{id}/record-attendance/reparation/x")).Status);
        }
    }

    [Fact]
    public async Task A_facilitator_sees_the_victim_runs_the_process_and_fulfils_the_obligations()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var browser = await app.Browse(Staff.Facilitator);
        var home = await browser.Get("/");
        Assert.Contains("Sam Person", home.Html.QuerySelector("#referrals-list-caption")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Restorative justice", home.Text, StringComparison.Ordinal);
        Assert.Contains("Contact the victim about restorative justice", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("restorative justice: restorative justice", home.Text, StringComparison.Ordinal);
        var record = (await browser.Get($"/agreements/{id}/whole")).Text;
        Assert.Contains("Vic Tim", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Theft", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret Street", record, StringComparison.Ordinal);

        await Take(browser, id, "record-victim-contact/restorative-justice", SignedDay);
        await Take(browser, id, "record-victim-answer/restorative-justice", ("Chosen", "Letter"));
        await Take(browser, id, "record-preparation/restorative-justice", SignedDay);
        await Take(browser, id, "record-restorative-outcome/restorative-justice", [.. SignedDay, ("Chosen", "Letter")]);
        await Take(browser, id, "refer-victim-to-support/1", [.. ContactedToday, ("How", "Telephone")]);
        await Take(browser, id, "tell-victim/1-Decision", [.. ContactedToday, ("How", "InPerson")]);
        var state = await app.Stands(id);
        Assert.Equal(ConditionStatus.Kept, state.Condition<RestorativeJusticeCondition>("restorative-justice").Status);
        Assert.True(state.Victims.Only!.ReferredToSupport);
        Assert.DoesNotContain(state.Obligations, open => open.Track == Tracks.Victim);
    }

    /// <summary>Papers have pages of their own below the case.</summary>
    [Fact]
    public async Task Every_command_of_a_partner_has_a_page()
    {
        await using var app = await TestApp.Begin();
        var pages = app.Services.GetRequiredService<ActionPages>();
        Assert.Empty(CommandCatalogue.All
            .Where(entry => entry.Roles.Any(role => role is Role.Provider or Role.Facilitator) && pages.AddressOf("DV-00000-00000", entry.Name) is null)
            .Select(entry => entry.Name)
            .Except(["keep-document"]));
    }

    private static readonly (string, string)[] ContactedToday = [.. Submitting.Date("On", 5, 3), ("ByWhom", "Fay Facilitator")];

    private static async Task Take(Browser browser, string id, string path, params (string, string)[] typed)
    {
        var form = await browser.Get($"/agreements/{id}/{path}");
        Assert.True(form.Status == 200, $"{path}: {form.Status} {form.Text}");
        var done = await browser.Submit(form, typed);
        Assert.True(done.Banner is not null && done.Address == $"/agreements/{id}", $"{path}: {done.Status} {done.Address} {string.Join("; ", done.Faults)}");
    }
}

using Diversion.Casework.Keeping;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>A lead reviews a record whose time is over, and has it erased.</summary>
public sealed class KeepingPageTests
{
    [Fact]
    public async Task A_lead_reviews_holds_and_erases_a_record()
    {
        await using var app = await TestApp.Begin();
        var id = await NotEligible(app);
        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("No record is to be reviewed.", (await lead.Get("/keeping")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing has been destroyed yet.", (await lead.Get("/keeping/destroyed")).Text, StringComparison.Ordinal);

        app.Clock.MoveTo(TestApp.Start + Duration.FromDays(6 * 366));
        using var later = await app.Browse(Staff.Lead);
        var review = await later.Get("/keeping");
        Assert.True(review.Html.QuerySelectorAll("tbody tr").Length == 1, review.Text);
        var row = review.Html.QuerySelector("tbody tr")!;
        Assert.Equal([id, "Not eligible", "5 March 2026", "5 March 2032"], row.Children.Take(4).Select(cell => cell.TextContent.Trim()));

        var held = await later.Submit(await later.Get($"/agreements/{id}/hold-record"), ("Chosen", "Complaint"), ("Reason", "A complaint to the commissioner"));
        Assert.Equal(200, held.Status);
        Assert.Contains("Held: look at the case", (await later.Get("/keeping")).Text, StringComparison.Ordinal);
        await later.Submit(await later.Get($"/agreements/{id}/lift-hold/1"), ("Reason", "Answered"));

        var form = await later.Get($"/agreements/{id}/erase-record");
        var unsure = await later.Submit(form, ("Ground", "RetentionOver"), ("RequestId", "R/1"));
        Assert.Equal("Confirm that the record is to be erased for ever", Assert.Single(unsure.Faults));
        var ordered = await later.Submit(unsure, ("Ground", "RetentionOver"), ("RequestId", "R/1"), ("Sure", "yes"));
        Assert.Contains("The record is being erased.", ordered.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.Services.GetRequiredService<Erasing>().Finish(app.Clock.GetCurrentInstant()));

        Assert.Contains("No record is to be reviewed.", (await later.Get("/keeping")).Text, StringComparison.Ordinal);
        var entry = Assert.Single((await later.Get("/keeping/destroyed")).Html.QuerySelectorAll("tbody tr"));
        Assert.Equal(["Record", id, Staff.Lead.Id, "Retention period over (R/1)"], entry.Children.Skip(1).Select(cell => cell.TextContent.Trim()));
        var page = await later.Get($"/agreements/{id}/whole");
        Assert.Equal(200, page.Status);
        Assert.Contains("This record was erased", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Smith", page.Text, StringComparison.Ordinal);
        var note = await app.Post(Staff.Lead, $"/api/v1/agreements/{id}/add-note", """{"text":"He rang."}""");
        Assert.Equal((409, "record-erased"), (note.Status, (string?)note.Json!["code"]));
    }

    [Fact]
    public async Task The_api_lists_what_is_to_be_reviewed()
    {
        await using var app = await TestApp.Begin();
        var id = await NotEligible(app);
        app.Clock.MoveTo(TestApp.Start + Duration.FromDays(6 * 366));

        var review = await app.Get(Staff.Lead, "/api/v1/keeping");

        Assert.Equal((id, "notEligible", "2032-03-05"), review.Json!["records"]![0] is var one ? ((string?)one!["agreement"], (string?)one["status"], (string?)one["reviewOn"]) : default);
        Assert.Equal(90, (int)review.Json["draftDays"]!);
    }

    private static async Task<string> NotEligible(TestApp app)
    {
        var id = await app.Referred();
        await app.Do(Staff.Officer, id, "record-facts", """{"facts":{"coAccusedPending":true}}""");
        await app.Do(Staff.Officer, id, "find-not-eligible", """{"reason":"Not for us."}""");
        await app.Do(Staff.Officer, id, "record-case-outcome", """{"result":"charged","code":"1","on":"2026-03-05"}""");
        return id;
    }
}

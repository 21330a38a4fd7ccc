using Diversion.Domain.FollowUp;
using Diversion.Web.Tests.Hosting;
using NodaTime;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What became of the person, recorded by a lead on the case. Signed on 5 March 2026.</summary>
public sealed class FollowUpPageTests
{
    [Fact]
    public async Task Not_yet_known_none_and_a_reoffence_are_three_things()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.TravelTo(TestApp.Start + Duration.FromDays(250));
        using var lead = await app.Browse(Staff.Lead);
        Assert.Contains("Not yet known: the police’s records were not searched", (await lead.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);

        var searched = await lead.Fill($"/agreements/{id}/record-search", Date("Day", 1, 10));
        Assert.Equal("The search of the records was recorded.", searched.Banner);
        Assert.Contains("None up to 1 October 2026", (await lead.WholeOf(searched)).Text, StringComparison.Ordinal);

        (string, string)[] found = [("Source", "CRI/9/26"), .. Date("Day", 1, 9), ("Classification", "8/6"), ("Group", "theft"), ("Outcome", "Conviction")];
        var faulty = await lead.Fill($"/agreements/{id}/record-reoffence", found);
        Assert.Equal("The outcome has no date. Add it, or leave the outcome open.", Assert.Single(faulty.Faults));
        var recorded = await lead.Fill($"/agreements/{id}/record-reoffence", [.. found, .. Date("OutcomeDay", 2, 10)]);
        Assert.Equal("The reoffence was recorded.", recorded.Banner);
        Assert.Contains("1, records searched up to 1 October 2026", (await lead.WholeOf(recorded)).Text, StringComparison.Ordinal);
        Assert.Contains("Reoffence 1 of 1 September 2026: conviction on 2 October 2026", (await lead.WholeOf(recorded)).Text, StringComparison.Ordinal);
        Assert.Equal(
            new Reoffence(1, "CRI/9/26", new LocalDate(2026, 9, 1), "008/06", "theft", ReoffenceOutcome.Conviction, new LocalDate(2026, 10, 2)),
            Assert.Single((await app.Stands(id)).FollowUp.Reoffences));
        Assert.Contains("Reoffence 1 of 1 September 2026 was recorded: conviction on 2 October 2026.", (await lead.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);

        var removed = await lead.Fill($"/agreements/{id}/remove-reoffence/1", [("Reason", "Of his brother.")]);
        Assert.Contains("None up to 1 October 2026", (await lead.WholeOf(removed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_in_custody_and_a_move_abroad_are_recorded_and_removed()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.TravelTo(TestApp.Start + Duration.FromDays(250));
        using var lead = await app.Browse(Staff.Lead);

        var custody = await lead.Fill($"/agreements/{id}/record-custody-time", Date("Day", 1, 9));
        Assert.Contains("In custody since 1 September 2026", (await lead.WholeOf(custody)).Text, StringComparison.Ordinal);
        await lead.Fill($"/agreements/{id}/record-custody-time", [.. Date("Day", 1, 9), .. Date("OtherDay", 20, 9)]);
        Assert.Equal(new CustodyTime(new LocalDate(2026, 9, 1), new LocalDate(2026, 9, 20)), Assert.Single((await app.Stands(id)).FollowUp.InCustody));
        await lead.Fill($"/agreements/{id}/remove-custody-time/2026-09-01", [("Reason", "Somebody else.")]);
        Assert.Empty((await app.Stands(id)).FollowUp.InCustody);

        var left = await lead.Fill($"/agreements/{id}/record-departure", [("Chosen", "MovedAbroad"), .. Date("Day", 1, 10)]);
        Assert.Contains("Moved abroad on 1 October 2026", (await lead.WholeOf(left)).Text, StringComparison.Ordinal);
        await lead.Fill($"/agreements/{id}/remove-departure", [("Reason", "He is here.")]);
        Assert.Null((await app.Stands(id)).FollowUp.Left);
    }

    [Fact]
    public async Task An_analyst_opens_no_case_and_an_officer_reads_what_was_found()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        await app.TravelTo(TestApp.Start + Duration.FromDays(250));
        await app.Do(Staff.Analyst, id, "record-reoffence", """{"source":"CRI/9","offenceOn":"2026-09-01","outcome":"open"}""");
        using var analyst = await app.Browse(Staff.Analyst);
        Assert.NotEqual(200, (await analyst.Get($"/agreements/{id}")).Status);
        Assert.NotEqual(200, (await analyst.Get($"/agreements/{id}/record-reoffence")).Status);

        using var officer = await app.Browse(Staff.Officer);
        var page = await officer.Get($"/agreements/{id}/whole");
        Assert.Contains("Reoffence 1 of 1 September 2026: no outcome yet", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector($"a[href='/agreements/{id}/record-reoffence']"));
    }
}

using Diversion.Web.Tests.Hosting;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A case goes to another team, or others supervise for us.</summary>
public sealed class TeamTransferPageTests
{
    [Fact]
    public async Task Another_team_is_asked_and_accepts_with_a_key_worker_of_its_own()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var manager = await app.Browse(Staff.Manager);
        var form = await manager.Get($"/agreements/{id}/pass-to-team");
        Assert.Equal("south", Assert.Single(form.Html.QuerySelectorAll("input[name=Chosen]")).GetAttribute("value"));
        Assert.Contains("answers by 5pm on Monday 9 March 2026", form.Text, StringComparison.Ordinal);
        Assert.Equal("Choose the team", Assert.Single((await manager.Forge(form, ("Chosen", "elsewhere"), ("Reason", "He moved."))).Faults));
        Assert.Contains("has the case already", Assert.Single((await manager.Forge(form, ("Chosen", "north"), ("Reason", "He moved."))).Faults), StringComparison.Ordinal);
        var asked = await manager.Submit(form, ("Chosen", "south"), ("Reason", "He moved."));
        Assert.Equal("The other team was asked.", asked.Banner);
        Assert.Contains("south is asked to take the case, by Tess Manager", (await manager.WholeOf(asked)).Text, StringComparison.Ordinal);
        Assert.Null(asked.Html.QuerySelector($"a[href='/agreements/{id}/accept-case']"));

        using var lead = await app.Browse(Staff.Lead);
        var accept = await lead.Get($"/agreements/{id}/accept-case");
        Assert.DoesNotContain("Kay Colleague", accept.Html.QuerySelector("#To")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The person gets another key worker", accept.Text, StringComparison.Ordinal);
        var accepted = await lead.Submit(accept, ("To", "kw-2"));
        Assert.Equal("The case was accepted. The person is told.", accepted.Banner);
        Assert.Equal(("south", null), (await app.Stands(id)) is var state ? (state.Team, state.TeamAsked?.Team) : default);
        Assert.Contains("south was asked to take the case", (await lead.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);

        // Whoever had the case sees it as everybody else does.
        using var worker = await app.Browse(Staff.Worker);
        Assert.Equal($"/agreements/{id}/reason", (await worker.Get($"/agreements/{id}")).Address.Split('?')[0]);
    }

    [Fact]
    public async Task Others_supervise_for_us_and_a_meeting_is_recorded_on_their_word()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        var faulty = await worker.Fill(
            $"/agreements/{id}/arrange-courtesy-supervision",
            [("Organisation", "Another force"), ("Contact", "Nell North"), .. Date("First", 5, 3), .. Date("Until", 30, 12), .. Date("ReviewOn", 20, 3), ("What", "They meet him.")]);
        Assert.Contains("when the agreement ends", Assert.Single(faulty.Faults), StringComparison.Ordinal);
        var arranged = await worker.Fill(
            $"/agreements/{id}/arrange-courtesy-supervision",
            [("Organisation", "Another force"), ("Contact", "Nell North"), .. Date("First", 5, 3), .. Date("Until", 30, 5), .. Date("ReviewOn", 20, 3), ("What", "They meet him.")]);
        Assert.Empty(arranged.Faults);
        Assert.Equal("The courtesy supervision was recorded.", arranged.Banner);
        Assert.Contains("Another force supervises for us from 5 March 2026 to the end of 30 May 2026", (await worker.WholeOf(arranged)).Text, StringComparison.Ordinal);
        Assert.Contains("Nell North", (await worker.WholeOf(arranged)).Text, StringComparison.Ordinal);

        await app.Do(Staff.Worker, id, "schedule-appointment", """{"conditionId":"supervision","appointmentId":"m-1","startsAt":"2026-03-06T10:00:00Z","minutes":60}""");
        await app.TravelTo(NodaTime.Instant.FromUtc(2026, 3, 6, 12, 0));
        var form = await worker.Get($"/agreements/{id}/record-attendance/supervision/m-1");
        Assert.Contains("Another force held it, and this is what they say", form.Text, StringComparison.Ordinal);
        await worker.Submit(form, ("Chosen", "Attended"), ("Elsewhere", "yes"));
        Assert.Contains("held by Another force and recorded on their word", (await worker.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);

        await app.TravelTo(NodaTime.Instant.FromUtc(2026, 3, 20, 10, 0));
        Assert.Contains("Ask how the courtesy supervision goes", (await worker.Get("/")).Text, StringComparison.Ordinal);
        var reviewed = await worker.Fill($"/agreements/{id}/review-courtesy-supervision", [("Note", "He comes."), .. Date("OtherDay", 3, 4)]);
        Assert.Contains("They said last: He comes.", (await worker.WholeOf(reviewed)).Text, StringComparison.Ordinal);
        using var officer = await app.Browse(Staff.Officer);
        Assert.DoesNotContain("He comes.", (await officer.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);
    }
}

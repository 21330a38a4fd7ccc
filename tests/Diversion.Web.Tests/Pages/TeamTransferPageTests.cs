using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A case goes to another team.</summary>
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
        Assert.Equal("Choose the team", Assert.Single((await manager.Submit(form, ("Chosen", "elsewhere"), ("Reason", "He moved."))).Faults));
        Assert.Contains("has the case already", Assert.Single((await manager.Submit(form, ("Chosen", "north"), ("Reason", "He moved."))).Faults), StringComparison.Ordinal);
        var asked = await manager.Submit(form, ("Chosen", "south"), ("Reason", "He moved."));
        Assert.Equal("The other team was asked.", asked.Banner);
        Assert.Contains("south is asked to take the case, by Tess Manager", asked.Text, StringComparison.Ordinal);
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
}

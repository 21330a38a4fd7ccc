using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>What key workers carry against what they can: on the team's page, and when somebody is chosen for a case.</summary>
public sealed class CapacityPageTests
{
    [Fact]
    public async Task A_lead_says_what_somebody_can_carry_and_it_is_shown_where_cases_are_given_out()
    {
        await using var app = await TestApp.Begin();
        app.Leads.Add(new StaffRef("lead-1", "Lee Lead"));
        await app.StaffOf.Begin(TestApp.Start);
        var id = await app.Signed();
        using var lead = await app.Browse(Staff.Lead);
        Assert.Equal("The capacity was saved.", (await lead.Submit(await lead.Get("/staff/person/kw-1"), "form[action*='handler=Capacity']", ("Capacity", "3"))).Banner);
        Assert.Equal(422, (await lead.Submit(await lead.Get("/staff/person/kw-1"), "form[action*='handler=Capacity']", ("Capacity", "many"))).Status);
        Assert.Equal(422, (await lead.Submit(await lead.Get("/staff/person/kw-1"), "form[action*='handler=Capacity']", ("Capacity", "99999"))).Status);
        await lead.Submit(await lead.Get("/staff/person/kw-3"), "form[action*='handler=Capacity']", ("Capacity", "20"));
        Assert.Contains("Kay Colleague, north (0 open cases; carries 0 of 20)", Choices(await lead.Get($"/agreements/{id}/change-key-worker")), StringComparison.Ordinal);

        using var manager = await app.Browse(Staff.Manager);
        var team = await manager.Get("/");
        Assert.Contains("north carries cases of a weight of 6, and can carry 23", team.Text, StringComparison.Ordinal);
        Assert.Contains("6 of 3 Too much", team.Text, StringComparison.Ordinal);

        await lead.Submit(await lead.Get("/staff/team/north"), "form[action*='handler=Capacity']", ("Capacity", "5"));
        Assert.Contains("north carries cases of a weight of 6, and can carry 5", (await manager.Get("/")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await app.Post(Staff.Manager, "/api/v1/staff/set-capacity", """{"person":"kw-1","capacity":50}""")).Status);
    }

    private static string Choices(Visit page) => string.Join('\n', page.Html.QuerySelectorAll("select option").Select(option => option.TextContent.Trim()));
}

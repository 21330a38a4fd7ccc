using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>A member of the scrutiny panel judges a case, and the lead records what the panel says.</summary>
public sealed class ScrutinyTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserFact]
    public async Task A_member_judges_a_case_without_knowing_whose_it_is_and_the_lead_records_the_panels_verdict()
    {
        await using var member = await portal.Visit("demo-pm-1");
        Assert.Equal("Scrutiny panel", await member.Heading());
        await PageCheck.Assert(member.Page);
        await member.FollowTo("/scrutiny/");
        await member.Follow("Case 1");
        await member.Sees("What was decided");
        await member.Choose("How was the case dealt with?", "Appropriate with observations");
        await member.Fill("What do you observe?", "The person could have been asked first.");
        await PageCheck.Assert(member.Page);
        await Screenshots.Take(member.Page, "panel-case");
        await member.Press("Give my verdict");
        await member.Sees("What the others say is shown when the panel’s verdict is recorded.");

        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/scrutiny");
        await lead.FollowTo("/scrutiny/");
        await lead.Follow("Case 1");
        await lead.Choose("What does the panel say?", "Appropriate with observations");
        await lead.Fill("What does the officer learn from it?", "Ask the person before you set the conditions.");
        await lead.Press("Record the verdict and tell the officer");
        await lead.Sees("The officer was told and has not said yet that they have read it.");
        await PageCheck.Assert(lead.Page);
    }
}

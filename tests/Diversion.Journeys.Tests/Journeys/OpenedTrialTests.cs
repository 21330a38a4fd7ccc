using Diversion.Domain.Time;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>A lead's way through a trial. It closes the one of the demo, so it has a programme of its own.</summary>
public sealed class OpenedTrialTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserFact]
    public async Task A_lead_drafts_a_trial_opens_it_closes_it_and_opens_its_seed()
    {
        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/trials");
        await lead.Follow("Diversion after theft from vehicles (invented)");
        await Close(lead, "The next one begins.");

        await lead.Go("/trials");
        await lead.Follow("Draft a trial");
        await lead.Fill("Code", "next-trial");
        await lead.Fill("Title", "Does it work for damage, too?");
        await lead.Fill("Primary outcome", "A proven reoffence within 12 months.");
        await lead.Fill("Months of follow-up", "12, 24");
        await lead.Fill("How many people are to be allocated?", "400");
        await lead.FillDate("First day of allocation", WorkingCalendar.DateOf(lead.Server.Now));
        await lead.Choose("Who counts as treated?", "Signed the agreement");
        await lead.Fill("Stopping rule", "It is not stopped early.");
        await lead.Fill("Analysis plan", "By the arm allocated.");
        await lead.Choose("Are outcomes by arm hidden until the trial closes?", "Yes");
        await lead.Choose("Is each person asked for consent to the use of their data for research?", "No");
        await lead.Fill("Arms", "programme, The programme, 1\ncontrol, Usual processing, 1, control");
        await lead.Fill("Strata: offence groups (optional)", "criminal damage");
        await lead.Fill("Block sizes", "4, 6, 8");
        await PageCheck.Assert(lead.Page);
        await lead.Press("Save the draft");

        await lead.Follow("Open the trial");
        await lead.Press("Open the trial");
        await lead.Sees("The trial is open. Its seal is published below.");
        var seal = await Seal(lead);
        Assert.Matches("^[0-9a-f]{64}$", seal);
        await lead.DoesNotSee("Open the seed");
        await PageCheck.Assert(lead.Page);
        await Screenshots.Take(lead.Page, "open-trial");

        await Close(lead, "Too few came.");
        await lead.Follow("Open the seed");
        await lead.Press("Open the seed");
        await lead.Sees("verify-allocations.py");
        Assert.Equal(seal, await Seal(lead));
        await PageCheck.Assert(lead.Page);
    }

    private static async Task Close(Visitor lead, string why)
    {
        await lead.Follow("Close the trial");
        await lead.Fill("Why does it close?", why);
        await lead.Press("Close the trial");
        await lead.Sees("The trial is closed. The seed can be opened now.");
    }

    /// <summary>What follows it is the seed, once that is open.</summary>
    private static Task<string> Seal(Visitor lead) => lead.Main.Locator("code.seal").First.InnerTextAsync();
}

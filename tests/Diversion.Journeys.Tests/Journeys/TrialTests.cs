using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>The officer's part in a trial, and the analyst's way to its result.</summary>
public sealed class TrialTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserFact]
    public async Task An_officer_asks_the_trial_with_one_press_and_reads_the_arm_and_what_to_say()
    {
        var reference = await ToAllocate();
        await using var officer = await portal.Visit((await portal.Server.Casework.Find(new(reference)))!.Referral.Officer.Id);
        await officer.Go($"/agreements/{reference}/enrol");
        await officer.FollowTo("/allocate-arm");
        await officer.Choose("Does the person agree that their data are used for research?", "Yes");
        await PageCheck.Assert(officer.Page);
        await Screenshots.Take(officer.Page, "ask-the-trial");
        await officer.Press("Ask the trial");

        await officer.Sees("What to say to the person");
        await PageCheck.Assert(officer.Page);
        await Screenshots.Take(officer.Page, "what-the-trial-allocated");
        var allocated = (await portal.Server.Casework.Find(new(reference)))!;
        Assert.Equal(allocated.Referral.Arm == TrialArm.Control ? AgreementStatus.Control : AgreementStatus.Eligible, allocated.Status);
        Assert.Contains(allocated.Referral.Arm == TrialArm.Control ? "usual processing" : "the programme", await officer.Heading(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task An_analyst_finds_what_the_effect_was_in_one_click_and_a_lead_tries_other_rules_on_the_past()
    {
        await using var analyst = await portal.Visit("demo-an-1");
        await analyst.Follow("See what the effect was, and how sure we are");
        Assert.Equal("What was the effect, and how sure are we?", await analyst.Heading());
        await analyst.Sees("Of 100 people whom the trial gave the programme");
        await analyst.Sees("95% interval");
        await analyst.Sees("made by the simulator");
        await PageCheck.Assert(analyst.Page);
        await Screenshots.Take(analyst.Page, "analysis");

        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/analysis");
        await lead.Follow("Diversion after theft from vehicles (invented)");
        await lead.Sees("The trial has not closed.");
        await lead.Follow("Try other rules on the past");
        await lead.Select("Which figure of the scheme?", await lead.Page.Locator("option[value='breach.proposeAt']").InnerTextAsync());
        await lead.Fill("New value", "4");
        await lead.Press("Take the decisions again");
        await lead.Sees("Unexcused failures until a breach is proposed: 4 instead of 3");
        await PageCheck.Assert(lead.Page);
        await Screenshots.Take(lead.Page, "what-if");
    }

    /// <summary>The eligible case of the demo that the open trial has not allocated yet.</summary>
    private async Task<string> ToAllocate()
    {
        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/register?Status=Eligible");
        foreach (var reference in await lead.References())
        {
            var referral = (await portal.Server.Casework.Find(new(reference)))!.Referral;
            await using var officer = await portal.Visit(referral.Officer.Id);
            await officer.Go($"/agreements/{reference}/enrol");
            if (await officer.LinkTo("/allocate-arm").CountAsync() > 0)
            {
                return reference;
            }
        }

        throw new InvalidOperationException("No eligible case of the demo waits for the trial.");
    }
}

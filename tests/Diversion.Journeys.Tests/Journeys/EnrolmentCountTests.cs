using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Xunit.Abstractions;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>
/// How much an officer has to do to enrol somebody, with everything asked and six conditions. What the approving sergeant does
/// is counted apart.
/// </summary>
public sealed class EnrolmentCountTests(Portal portal, ITestOutputHelper output) : IClassFixture<Portal>
{
    private const int Most = 45;

    [BrowserFact]
    public async Task From_the_home_page_to_the_signed_agreement_takes_the_officer_few_interactions()
    {
        await using var officer = await portal.Visit("demo-po-3");
        await officer.Go("/enrol");
        await Screenshots.Take(officer.Page, "enrol-a-person");
        await officer.Go("/");
        await Enrolment.Refer(officer, "Morgan Silverwood");
        var reference = officer.Reference;
        await PageCheck.Assert(officer.Page);
        await Screenshots.Take(officer.Page, "prepare-the-decision");
        await Enrolment.Prepare(officer, victim: "Robin Shopkeeper");

        await using var sergeant = await portal.Visit("demo-sgt-1");
        await sergeant.FollowTo($"{reference}/approve-eligibility");
        await sergeant.Press("Approve eligibility");
        await sergeant.Sees("Eligibility approved.");

        await officer.GoHome();
        await officer.FollowTo($"{reference}/make-offer");
        await officer.Press("Choose 5 with their usual terms");
        await officer.Select("Facilitator", "Megan Price");
        await officer.Select("Who provides it?", "Clear Start Recovery, without one of its services");
        await Screenshots.Take(officer.Page, "six-conditions");
        await officer.Press("Save and review");
        await officer.Press("Make the offer");
        await Screenshots.Take(officer.Page, "record-the-signing");
        await Enrolment.Sign(officer, "Grace Adeyemi, Probation South");
        await officer.SeesStatus("Active");

        var state = (await portal.Server.Casework.Find(new(reference)))!;
        Assert.Equal((6, true), (state.Conditions.Length, state.Victims.Only is { ViewsSought: true, ReferredToSupport: true }));
        var pages = string.Join('\n', officer.Done.Pages.Select(page => $"{page.Count,4}  {page.Path}"));
        var said = $"The officer: {officer.Done.Count} interactions on {officer.Done.Pages.Count} pages; the sergeant: {sergeant.Done.Count}.\n{pages}";
        output.WriteLine(said);
        Assert.True(officer.Done.Count <= Most, said);
    }
}

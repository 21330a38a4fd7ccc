using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>A child-protection case, enrolled in a browser without script.</summary>
public sealed class ChildProtectionTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly BrowserNewContextOptions NoScript = new() { JavaScriptEnabled = false };

    [BrowserFact]
    public async Task Restorative_justice_is_disabled_with_the_reason_and_the_rest_is_offered_and_signed_without_script()
    {
        await using var officer = await portal.Visit("demo-po-2", NoScript);
        await Enrolment.Refer(officer, "Casey Thornton");
        var reference = officer.Reference;
        await Enrolment.Prepare(officer, childProtection: true);
        await using (var sergeant = await portal.Visit("demo-sgt-1", NoScript))
        {
            await Enrolment.Approve(sergeant, reference);
        }

        await officer.Go($"/agreements/{reference}/make-offer");
        await Assertions.Expect(officer.Field("Restorative justice")).ToBeDisabledAsync();
        await Assertions.Expect(officer.Field("Supervision meetings")).ToBeEnabledAsync();
        await officer.Sees("Not possible: ");
        await officer.Sees("child");

        await Enrolment.Offer(officer, reference);
        await Enrolment.Sign(officer, "Tom Bellamy, Probation North");
        await officer.Go($"/agreements/{reference}/paper");
        await officer.DoesNotSee("restorative");
    }

    [BrowserFact]
    public async Task A_meeting_is_recorded_without_script()
    {
        await using var worker = await portal.Visit("demo-kw-1", NoScript);
        await worker.Follow("Record the outcome");
        await worker.Press("Record the outcome");
        await worker.Sees("Choose what happened");
        await worker.Choose("What happened?", "Attended");
        await worker.Press("Record the outcome");
        await worker.Sees("The outcome was recorded.");
    }
}

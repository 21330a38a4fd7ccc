using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>A tired worker at the end of a meeting.</summary>
public sealed class MeetingTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserTheory]
    [InlineData("demo-kw-1", false)]
    [InlineData("demo-kw-4", true)]
    public async Task A_meeting_is_recorded_in_three_interactions_from_the_home_page(string person, bool onPhone)
    {
        await using var worker = await portal.Visit(person, new() { ViewportSize = onPhone ? Widths.Phone : Widths.Desktop, HasTouch = onPhone });
        await PageCheck.Assert(worker.Page);
        await Screenshots.Take(worker.Page, onPhone ? "my-work-on-a-phone" : "my-work");

        await worker.Follow("Record the outcome");
        await worker.Choose("What happened?", "Attended");
        await worker.Press("Record the outcome");

        Assert.Equal("/", worker.Path);
        await worker.Sees("The outcome was recorded.");
    }
}

using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>A need that no service meets: recorded from the choice of a pathway, counted for the next commissioning.</summary>
public sealed class UnmetNeedPageTests
{
    [Fact]
    public async Task A_need_that_nothing_fits_is_recorded_on_the_case_and_counted_without_a_name()
    {
        await using var app = await TestApp.Begin();
        var (one, other) = (await app.Signed(), await app.Referred("CU-2"));
        using var worker = await app.Browse(Staff.Worker);
        var fits = await worker.Get($"/agreements/{one}/services");
        Assert.Contains("No service of the directory fits", fits.Text, StringComparison.Ordinal);
        var link = fits.Html.QuerySelector("a[href$='/record-unmet-need']")!.GetAttribute("href")!;

        var recorded = await worker.Fill(link, [("Chosen", "Health-TooFar"), ("Note", "A <b>nurse</b> nearby")]);

        Assert.Equal("It was recorded, and counts for the next commissioning.", recorded.Banner);
        Assert.Contains("A <b>nurse</b> nearby", (await worker.WholeOf(recorded)).Text, StringComparison.Ordinal);
        await app.Do(Staff.Officer, other, "record-unmet-need", """{"need":"health","because":"tooFar"}""");
        using var lead = await app.Browse(Staff.Lead);
        var counted = await lead.Get("/unmet-needs");
        Assert.Contains("2 recorded, 2 still unmet", counted.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nurse", counted.Text, StringComparison.Ordinal);
        var met = await worker.Fill($"/agreements/{one}/meet-unmet-need/1", []);
        Assert.Equal("It was recorded.", met.Banner);
        var file = (await lead.Get("/unmet-needs/file")).Text;
        Assert.Contains("health,it is too far away,", file, StringComparison.Ordinal);
        Assert.Contains(",2,1", file, StringComparison.Ordinal);
        Assert.DoesNotContain("nurse", file, StringComparison.Ordinal);

        using var provider = await app.Browse(Staff.Provider);
        Assert.DoesNotContain("nurse", (await provider.Get($"/agreements/{one}/whole")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await provider.Get("/unmet-needs")).Status);
    }
}

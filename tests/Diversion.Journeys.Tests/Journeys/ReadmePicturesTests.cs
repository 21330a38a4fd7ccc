using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>The pictures of the README; <c>eng/screenshots</c> writes them where the README shows them.</summary>
public sealed class ReadmePicturesTests(Portal portal) : IClassFixture<Portal>
{
    private const int MostBytes = 150_000;

    private static readonly string? Folder = Environment.GetEnvironmentVariable("DIVERSION_SCREENSHOTS");

    [BrowserFact]
    public async Task The_four_pictures_show_whole_pages_of_the_demo_and_are_small()
    {
        await using var worker = await portal.Visit("demo-kw-1");
        await Take(worker, "my-work");
        await worker.Go("/caseload");
        await worker.Go(await worker.Page.Locator("tbody tr", new() { HasText = "Active" }).Locator("a").First.GetAttributeAsync("href") ?? "");
        await Take(worker, "agreement");

        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Follow("Decide the breach");
        await Take(lead, "breach-decision");
        await lead.Go("/programme");
        await Take(lead, "programme");
    }

    private static async Task Take(Visitor visitor, string name)
    {
        var path = Folder is null ? Screenshots.PathOf($"readme-{name}.png") : System.IO.Path.Combine(Directory.CreateDirectory(Folder).FullName, $"{name}.png");
        var picture = await visitor.Page.ScreenshotAsync(new() { Path = path, Clip = new Clip { X = 0, Y = 0, Width = 1280, Height = 900 } });
        Assert.InRange(picture.Length, 10_000, MostBytes);
    }
}

using Diversion.Journeys.Tests.Browsing;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Checks;

/// <summary>Pictures of pages for people to look at, kept by CI.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Path.Combine(Repository.Root, "TestResults", "screenshots");

    public static string PathOf(string file) => Path.Combine(Directory.CreateDirectory(Folder).FullName, file);

    public static async Task Take(IPage page, string name)
    {
        foreach (var size in (ViewportSize[])[Widths.Phone, Widths.Desktop])
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            await page.ScreenshotAsync(new() { Path = PathOf($"{name}-{size.Width}.png"), FullPage = true });
        }
    }
}

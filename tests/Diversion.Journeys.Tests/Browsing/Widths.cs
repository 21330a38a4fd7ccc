using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Browsing;

internal static class Widths
{
    public static ViewportSize Desktop => new() { Width = 1280, Height = 900 };

    public static ViewportSize Phone => new() { Width = 320, Height = 640 };

    /// <summary>The width that remains of a desktop at 200% zoom.</summary>
    public static ViewportSize Zoomed => new() { Width = 640, Height = 450 };
}

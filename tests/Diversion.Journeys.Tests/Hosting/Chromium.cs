using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Hosting;

/// <summary>The system's browser. Playwright's own browsers are not downloaded.</summary>
internal static class Chromium
{
    private const string Variable = "DIVERSION_CHROMIUM";
    private const string UsualPlace = "/usr/bin/chromium";

    /// <summary>The same browser without its windows: it loads a page in about half the time.</summary>
    private const string Shell = "/usr/bin/chromium-headless-shell";

    private static readonly string Path =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : File.Exists(Shell) ? Shell : UsualPlace;

    /// <summary>Why there is no browser; null when there is one.</summary>
    public static string? Missing { get; } = File.Exists(Path)
        ? null
        : $"There is no Chromium at {Path}. Install it (apt-get install chromium), or name one in {Variable}.";

    public static BrowserTypeLaunchOptions Options => new()
    {
        ExecutablePath = Path,
        Headless = true,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
    };
}

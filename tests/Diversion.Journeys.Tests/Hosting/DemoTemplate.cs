using Diversion.Local.Tests.Demo;
using NodaTime;

namespace Diversion.Journeys.Tests.Hosting;

/// <summary>The demo at a fixed instant; every server works on a copy of its own.</summary>
internal static class DemoTemplate
{
    /// <summary>A Monday at ten.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 12, 7, 10, 0);

    private static readonly MadeDemo Demo = new(Start);
    private static readonly string Folder = Directory.CreateTempSubdirectory("diversion-journeys-").FullName;

    static DemoTemplate() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>A fresh copy in a folder that is deleted when the run ends.</summary>
    public static async Task<string> Copy()
    {
        var copy = Path.Combine(Folder, Path.GetRandomFileName());
        await Demo.CopyTo(copy);
        return copy;
    }
}

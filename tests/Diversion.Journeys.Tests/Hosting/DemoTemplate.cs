using Diversion.Casework.Schemes;
using Diversion.Local.Demo;
using Diversion.Local.Programmes;
using NodaTime;

namespace Diversion.Journeys.Tests.Hosting;

/// <summary>The demo at a fixed instant, made once per run; every server works on a copy of its own.</summary>
internal static class DemoTemplate
{
    /// <summary>A Monday at ten.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 12, 7, 10, 0);

    public static readonly SchemeLoad.Loaded Schemes = ShippedSchemes.Load(null);

    private static readonly string Folder = Directory.CreateTempSubdirectory("diversion-journeys-").FullName;

    private static readonly Lazy<Task<string>> Made = new(Make);

    static DemoTemplate() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>A fresh copy in a folder that is deleted when the run ends.</summary>
    public static async Task<string> Copy()
    {
        var template = await Made.Value;
        var copy = Path.Combine(Folder, Path.GetRandomFileName());
        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(copy, Path.GetRelativePath(template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }

        return copy;
    }

    private static async Task<string> Make()
    {
        var path = Path.Combine(Folder, "template");
        await DemoFolder.Make(path, Schemes, null, Start, new Uri("http://127.0.0.1"), CancellationToken.None);
        return path;
    }
}

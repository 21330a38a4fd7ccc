using Diversion.Casework.Schemes;
using Diversion.Local.Demo;
using Diversion.Local.Programmes;
using NodaTime;

namespace Diversion.Local.Tests.Demo;

/// <summary>
/// The demo programme, made once in a run of tests and copied for each that needs one: to make it takes ten times as long as to
/// start a server on it.
/// </summary>
/// <param name="start">The instant that the demo begins at.</param>
internal sealed class MadeDemo(Instant start)
{
    private readonly Lazy<Task<string>> made = new(() => Make(start));

    /// <summary>As it is when somebody starts it now.</summary>
    public static MadeDemo Today { get; } = new(SystemClock.Instance.GetCurrentInstant());

    public static SchemeLoad.Loaded Schemes { get; } = ShippedSchemes.Load(null);

    /// <param name="folder">A data folder that does not exist yet.</param>
    public async Task CopyTo(string folder)
    {
        var from = await made.Value;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }

    private static async Task<string> Make(Instant start)
    {
        var folder = Directory.CreateTempSubdirectory("diversion-demo-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var path = Path.Combine(folder, "demo");
        await DemoFolder.Make(path, Schemes, null, start, new Uri("http://127.0.0.1"), CancellationToken.None);
        return path;
    }
}

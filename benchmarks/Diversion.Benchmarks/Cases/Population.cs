using System.Diagnostics;
using Diversion.Benchmarks.Measuring;
using Diversion.Local.Storage;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Cases;

/// <summary>
/// Data folders of signed agreements, made once by the real casework and kept under <c>data/bench</c>. Measurements change
/// a copy.
/// </summary>
internal static class Population
{
    private const int Clients = 64;

    public static async Task<string> Of(int agreements)
    {
        var folder = Path.Combine(Kept, $"{agreements}-{SqliteSchema.Newest}-{await StoredFormat.Hash()}");
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var unfinished = folder + ".part";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        var watch = Stopwatch.StartNew();
        var done = 0;
        var commands = 0;
        using (var place = new Workplace(unfinished))
        {
            await Workplace.Clients(Clients, agreements, async number =>
            {
                var script = new CaseScript(number);
                foreach (var command in script.Signing())
                {
                    await place.Do(script.Id, command);
                    Interlocked.Increment(ref commands);
                }

                if (Interlocked.Increment(ref done) % 10_000 == 0)
                {
                    Console.Error.WriteLine(Text($"   {done:N0} of {agreements:N0} agreements made, {commands / watch.Elapsed.TotalSeconds:N0} commands/s"));
                }
            });
        }

        Directory.Move(unfinished, folder);
        Console.Error.WriteLine(Text($"   {agreements:N0} agreements made in {watch.Elapsed.TotalSeconds:0.0} s, {Size(folder) / 1e6:N0} MB"));
        return folder;
    }

    /// <summary>A copy to change; deleted when the result is disposed.</summary>
    public static async Task<TemporaryFolder> Copy(int agreements)
    {
        var source = await Of(agreements);
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        }

        return copy;
    }

    private static long Size(string folder) => Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
}

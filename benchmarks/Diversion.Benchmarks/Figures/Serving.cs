using System.Diagnostics;
using System.Text.Json;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Benchmarks.Programs;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>The server with all agreements: how soon it is ready, how much memory it uses, how fast its lists are.</summary>
internal static class Serving
{
    private const string AimOfStart = "2 s, 300 MB";
    private const string AimOfPages = "p95 under 20 ms";
    private const int Requests = 500;
    private const double MostSeconds = 2;
    private const double MostBytes = 300e6;
    private const double MostMilliseconds = 20;

    public static async Task<Figure[]> Measure(Settings settings)
    {
        if (await DiversionProgram.Lacks("serve", "--data") is { } lack)
        {
            return [Figure.Skipped("start to ready", AimOfStart, lack), Figure.Skipped("lists through the API", AimOfPages, lack)];
        }

        using var full = await Population.Copy(settings.Agreements);
        using var empty = new TemporaryFolder();
        var figures = new List<Figure> { await Start(settings, full.Path, empty.Path) };
        using var server = await RunningServer.Start(full.Path);
        using var lead = await server.SignedIn(full.Path, "--role", "programme-lead", "--name", People.Lead.Name, "--id", People.Lead.Id);
        var worker = People.Worker(settings.Agreements / 2);
        using var own = await server.SignedIn(
            full.Path, "--role", "key-worker", "--name", worker.Name, "--id", worker.Id, "--team", worker.Team!);
        figures.Add(await Pages("caseload of a worker", own, ["/api/v1/caseload"]));
        figures.Add(await Pages("inbox of the leads", lead, ["/api/v1/inbox"]));
        var second = await Cursor(lead, "/api/v1/register?limit=50");
        figures.Add(await Pages("register, pages of 50", lead, ["/api/v1/register?limit=50", $"/api/v1/register?limit=50&cursor={second}"]));
        figures.Add(await Pages(
            "register, filtered",
            lead,
            [
                "/api/v1/register?limit=50&status=active",
                "/api/v1/register?limit=50&status=breachReview",
                "/api/v1/register?limit=50&team=team-3",
                $"/api/v1/register?limit=50&worker={worker.Id}",
                "/api/v1/register?limit=50&riskBand=medium&offenceGroup=theft",
                "/api/v1/register?limit=50&from=2027-03-02&to=2027-03-02",
            ]));
        return [.. figures];
    }

    private static async Task<Figure> Start(Settings settings, string full, string empty)
    {
        var starts = new List<RunningServer>();
        var bare = new List<RunningServer>();
        for (var round = 0; round < 5; round++)
        {
            await Once(full, starts);
            await Once(empty, bare);
        }

        var seconds = Samples.Median(starts.Select(start => start.UntilReady.TotalSeconds));
        var bytes = Samples.Median(starts.Select(start => (double)start.Resident));
        var bareSeconds = Samples.Median(bare.Select(start => start.UntilReady.TotalSeconds));
        return new Figure(
            Text($"start to ready, {settings.Agreements:N0} agreements"),
            Text($"{seconds:0.00} s, {bytes / 1e6:0} MB"),
            Text($"{bareSeconds:0.00} s, {Samples.Median(bare.Select(start => (double)start.Resident)) / 1e6:0} MB (an empty folder)"),
            seconds / bareSeconds,
            AimOfStart,
            seconds <= MostSeconds && bytes <= MostBytes);

        static async Task Once(string folder, List<RunningServer> into)
        {
            using var server = await RunningServer.Start(folder);
            into.Add(server);
        }
    }

    /// <summary>Requests the pages in turn, each followed by a request that does nothing, which is the bare limit.</summary>
    private static async Task<Figure> Pages(string name, HttpClient client, string[] pages)
    {
        var times = new List<double>();
        var bare = new List<double>();
        var bytes = 0L;
        for (var n = 0; n < Requests + 50; n++)
        {
            var (milliseconds, length) = await Get(client, pages[n % pages.Length]);
            var (nothing, _) = await Get(client, "/health/live");
            if (n >= 50)
            {
                times.Add(milliseconds);
                bare.Add(nothing);
                bytes += length;
            }
        }

        var p95 = Samples.Percentile(times, 0.95);
        var bareP95 = Samples.Percentile(bare, 0.95);
        return new Figure(
            $"{name}, p50 / p95",
            Text($"{Samples.Median(times):0.0} / {p95:0.0} ms, {bytes / 1e3 / Requests:0} kB"),
            Text($"{Samples.Median(bare):0.0} / {bareP95:0.0} ms (/health/live)"),
            p95 / bareP95,
            AimOfPages,
            p95 < MostMilliseconds);
    }

    private static async Task<(double Milliseconds, int Length)> Get(HttpClient client, string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode
            ? (Stopwatch.GetElapsedTime(began).TotalMilliseconds, body.Length)
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(body)}");
    }

    private static async Task<string> Cursor(HttpClient client, string path)
    {
        using var page = JsonDocument.Parse(await client.GetStringAsync(path));
        return Uri.EscapeDataString(page.RootElement.EnumerateObject()
            .First(property => property.Name.Contains("cursor", StringComparison.OrdinalIgnoreCase) || property.Name.Contains("next", StringComparison.OrdinalIgnoreCase))
            .Value.GetString()!);
    }
}

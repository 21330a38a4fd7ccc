using System.Diagnostics;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Figures;
using Diversion.Casework.MyWork;
using Diversion.Casework.Record;
using Diversion.Casework.Search;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>The queries that the pages send to casework, without the web around them, among all agreements.</summary>
internal static class Asking
{
    private const string Aim = "p95 under 50 ms";
    private const double MostMilliseconds = 50;
    private const int Requests = 300;
    private const int Warm = 20;

    /// <summary>Part of every measured name: the worst case.</summary>
    private const string Named = "person";

    public static async Task<Figure[]> Measure(Settings settings)
    {
        using var folder = await Population.Copy(settings.Agreements);
        using var place = new Workplace(folder.Path);
        var casework = place.Parts.Casework;
        var store = (ITableStore)place.Sqlite;
        var now = CaseScript.AllDue;
        Actor Worker(int n) => People.Acting(People.Worker(n * 50 % settings.Agreements), Role.KeyWorker);
        Actor Officer(int n) => People.Acting(People.Officer(n * 20 % settings.Agreements), Role.PoliceOfficer);

        Records Request() => new(casework, casework.Rulebook, store);
        MyWorkQuery Work() => new(Request(), store);
        SearchQuery Search() => new(Request(), store, new AccessLog(store));
        using var figures = new FiguresQuery(store, new Stopped(now), TimeProvider.System, NullLogger<FiguresQuery>.Instance);
        var watch = Stopwatch.StartNew();
        await figures.Of(People.Lead);
        var first = watch.Elapsed;
        var own = new CaseScript(0).Id.Value;
        return
        [
            await Take("my work, each time another worker's 50 cases", store, async n => await Work().Of(Worker(n), now)),
            await Take("my work, the same worker again", store, async _ => await Work().Of(Worker(1), now)),
            await Take("search, a lead, a name that many have", store, async _ => await Search().Of(Named, new AccessRequest(People.Lead, now))),
            await Take("search, an officer without a reason", store, async n => await Search().Of(Named, new AccessRequest(Officer(n), now))),
            await Take("search, a whole name among many alike", store, async n => await Search().Of($"person {n * 331 % settings.Agreements}", new AccessRequest(People.Lead, now))),
            await Take("search, a date of birth", store, async n => await Search().Of($"{1 + (n % 28)}/5/1995", new AccessRequest(People.Lead, now))),
            await Take(Text($"figures (first sum {first.TotalSeconds:0.00} s)"), store, async _ => await figures.Of(People.Lead)),
            await Take("actions of one case", store, async _ => await new ActionsQuery(Request()).Of(own, Worker(0), now)),
        ];
    }

    private static async Task<Figure> Take(string name, ITableStore store, Func<int, Task> ask)
    {
        var (times, processor) = await Timed(ask);
        var (bare, _) = await Timed(async _ => await store.Query(new TableQuery(Tables.Register, "all", Limit: 50)));
        var p95 = Samples.Percentile(times, 0.95);
        return new Figure(
            $"{name}, p50 / p95",
            Text($"{Samples.Median(times):0.00} / {p95:0.00} ms, {processor:0.00} ms of processor"),
            Text($"{Samples.Median(bare):0.00} / {Samples.Percentile(bare, 0.95):0.00} ms (50 rows of one partition)"),
            null,
            Aim,
            p95 < MostMilliseconds);
    }

    /// <summary>The time of each query, and the average processor time: on a shared machine the latter is more reliable.</summary>
    private static async Task<(List<double> Times, double Processor)> Timed(Func<int, Task> ask)
    {
        for (var n = 0; n < Warm; n++)
        {
            await ask(n);
        }

        var times = new List<double>(Requests);
        var before = Environment.CpuUsage.TotalTime;
        for (var n = Warm; n < Warm + Requests; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask(n);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return (times, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Requests);
    }

    private sealed class Stopped(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}

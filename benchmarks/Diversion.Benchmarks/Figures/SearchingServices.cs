using System.Diagnostics;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Domain.Services;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>Searches of a directory of 5,000 services for a person, with places in use and waiting lists of what is shown.</summary>
internal static class SearchingServices
{
    private const int Services = 5_000;
    private const int Shown = ServiceQuery.PageSize;
    private const int Requests = 300;
    private const int Warm = 20;
    private const double MostMilliseconds = 10;

    private static readonly IReadOnlyList<string> Organisations =
        People.Rulebook.Programme.Staff.Providers is { Count: > 0 } listed ? listed : [.. Enumerable.Range(0, 300).Select(n => $"Organisation {n}")];

    public static async Task<Figure[]> Measure()
    {
        using var folder = new TemporaryFolder();
        using var place = new Workplace(folder.Path);
        await Workplace.Clients(64, Services, async n =>
        {
            if (await place.Parts.Services.Execute(new ServiceId($"s-{n:00000}"), new ServiceCommand.AddService(Entry(n)) { By = People.Lead, At = CaseScript.AllDue }) is Outcome<ServiceState>.Refused refused)
            {
                throw new InvalidOperationException(refused.Refusal.Message);
            }
        });
        var store = (ITableStore)place.Sqlite;
        var watch = Stopwatch.StartNew();
        var finder = new ServiceFinder(new ServiceDirectory(store), place.Parts.Boundaries, store);
        var now = CaseScript.AllDue;
        await finder.Find(new ServiceWish(), now, Shown);
        var first = watch.Elapsed;
        var times = await Timed(n => finder.Find(Wish(n), now, Shown));
        var bare = await Timed(async n => await store.Query(new TableQuery(Tables.Search, "services", $"s-{n * 13 % 4_000:00000}", Limit: Shown)));
        var p95 = Samples.Percentile(times, 0.95);
        return
        [
            new Figure(
                Text($"directory search, {Services:N0} services, p50 / p95"),
                Text($"{Samples.Median(times):0.00} / {p95:0.00} ms (first search {first.TotalSeconds:0.00} s)"),
                Text($"{Samples.Median(bare):0.00} / {Samples.Percentile(bare, 0.95):0.00} ms ({Shown} rows of one partition)"),
                null,
                Text($"p95 under {MostMilliseconds:0} ms"),
                p95 < MostMilliseconds),
        ];
    }

    private static async Task<List<double>> Timed<T>(Func<int, ValueTask<T>> ask)
    {
        var times = new List<double>(Requests);
        for (var n = 0; n < Warm + Requests; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask(n);
            if (n >= Warm)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return times;
    }

    private static ServiceWish Wish(int n) => new(
        (n % 4) switch { 0 => null, 1 => "worker home", 2 => "group", _ => "nobody-has-this" },
        n % 2 == 0 ? (PathwayKind)(n % 9) : null,
        n % 5 == 0 ? $"ward {n % 40}" : null,
        new ServicePerson(n % 3 == 0 ? Sex.Female : Sex.Male, 18 + (n % 50), $"Ward {n % 40}", "County Durham", ["theft"], "Polish"));

    private static ServiceEntry Entry(int n) =>
        new($"Service {n}", Organisations[n % Organisations.Count], "A worker who comes home, a group on weekday evenings, and somebody to ring when things go wrong.", [(PathwayKind)(n % 9), (PathwayKind)(n / 9 % 9)])
        {
            OnlyFor = (n % 7) switch { 0 => ServiceSex.Women, 1 => ServiceSex.Men, _ => null },
            FromAge = n % 3 == 0 ? 18 : null,
            ToAge = n % 11 == 0 ? 25 : null,
            ExcludedOffences = n % 6 == 0 ? ["arson"] : [],
            Areas = n % 4 == 0 ? [$"Ward {n % 40}", $"Ward {n % 37}"] : [],
            Ward = $"Ward {n % 40}",
            District = "County Durham",
            Address = $"{n % 90} High Street",
            Postcode = "DH1 5UL",
            Latitude = 54.5m + (n % 100 * 0.01m),
            Longitude = -1.8m + (n % 70 * 0.01m),
            Places = 20,
            Languages = n % 5 == 0 ? ["Polish"] : [],
        };
}

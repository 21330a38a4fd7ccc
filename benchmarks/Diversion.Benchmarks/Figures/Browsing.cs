using System.Text.RegularExpressions;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Benchmarks.Programs;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>The portal's pages among all agreements: how fast each kind is, and how many bytes a first visit transfers.</summary>
internal static partial class Browsing
{
    private const string Aim = "p95 under 50 ms";
    private const string AimOfFirst = "under 150 kB";
    private const double MostMilliseconds = 50;
    private const double MostBytes = 150e3;
    private const int Requests = 300;
    private const int WarmUp = 30;

    /// <summary>Each stays below the number of searches that one person may make in a minute.</summary>
    private const int Searchers = 8;

    public static async Task<Figure[]> Measure(Settings settings)
    {
        if (await DiversionProgram.Lacks("serve", "--data") is { } lack)
        {
            return [Figure.Skipped("pages", Aim, lack), Figure.Skipped("first visit", AimOfFirst, lack)];
        }

        using var full = await Population.Copy(settings.Agreements);
        var first = settings.Agreements - (settings.Agreements % People.CasesPerWorker) + People.CasesPerWorker;
        await Caseload.Add(full.Path, first);
        using var server = await RunningServer.Start(full.Path);
        async Task<Reader> As(string role, string id, params string[] more) =>
            new(await server.SignedIn(full.Path, ["--role", role, "--name", id, "--id", id, .. more]));

        using var lead = await As("programme-lead", People.Lead.Id);
        using var worker = await As("key-worker", People.Worker(first).Id, "--team", People.Worker(first).Team!);
        using var officer = await As("police-officer", People.Officer(first).Id, "--team", People.Officer(first).Team!);
        using var provider = await As("provider", "provider-1", "--organisation", "Provider 3");
        using var analyst = await As("analyst", "analyst-1");
        string[] own = [.. Enumerable.Range(first, People.CasesPerWorker).Select(number => $"/agreements/{new CaseScript(number).Id.Value}")];
        await lead.Get("/programme");
        return
        [
            await Pages("a key worker's home", worker, "/"),
            await Pages("caseload", worker, "/caseload", "/caseload?Only=Overdue"),
            await Pages("an agreement", worker, own),
            await Pages("timeline of an agreement", worker, [.. own.Select(page => $"{page}/timeline")]),
            await Pages("an officer's home", officer, "/"),
            await Pages("a provider's home", provider, "/"),
            await Pages("inbox", lead, "/", await Next(lead, "/")),
            await Pages("programme", lead, "/programme"),
            await Pages("register", lead, "/register", await Next(lead, "/register")),
            await Pages(
                "register, narrowed down",
                lead,
                "/register?Status=Active",
                "/register?Status=BreachReview",
                "/register?Team=team-3",
                $"/register?Worker={People.Worker(first).Id}",
                "/register?Risk=Medium&Offence=theft",
                "/register?From.Day=2&From.Month=3&From.Year=2027&To.Day=2&To.Month=3&To.Year=2027"),
            await Pages("register of pseudonyms", analyst, "/register"),
            await Search(settings, As),
            await First("first visit, inbox", lead, "/"),
            await First("first visit, register", lead, "/register"),
        ];
    }

    private static Task<Figure> Pages(string name, Reader reader, params string[] pages) => Take(name, reader, n => reader.Get(pages[n % pages.Length]));

    private static async Task<Figure> Search(Settings settings, Func<string, string, string[], Task<Reader>> signedIn)
    {
        const string page = "/search";
        var searchers = new List<(Reader Reader, IReadOnlyList<KeyValuePair<string, string>> Hidden)>();
        for (var n = 0; n < Searchers; n++)
        {
            var reader = await signedIn("programme-lead", $"lead-{n}", []);
            searchers.Add((reader, await reader.Hidden(page)));
        }

        // In turn: the worst case, a part of every name, and a full name.
        var figure = await Take("search by name", searchers[0].Reader, n =>
        {
            var (reader, hidden) = searchers[n % Searchers];
            return reader.Post(page, [.. hidden, KeyValuePair.Create("Typed", n % 2 == 0 ? "person" : $"person {n * 331 % settings.Agreements}")]);
        });
        searchers.ForEach(searcher => searcher.Reader.Dispose());
        return figure;
    }

    /// <summary>Each page is followed by a request that does nothing, which is the bare limit.</summary>
    private static async Task<Figure> Take(string name, Reader bare, Func<int, Task<(double Milliseconds, int Bytes)>> ask)
    {
        var times = new List<double>(Requests);
        var bareTimes = new List<double>(Requests);
        var bytes = 0L;
        for (var n = 0; n < Requests + WarmUp; n++)
        {
            var (milliseconds, length) = await ask(n);
            var (nothing, _) = await bare.Get("/health/live");
            if (n >= WarmUp)
            {
                times.Add(milliseconds);
                bareTimes.Add(nothing);
                bytes += length;
            }
        }

        var p95 = Samples.Percentile(times, 0.95);
        var bareP95 = Samples.Percentile(bareTimes, 0.95);
        return new Figure(
            $"page: {name}, p50 / p95",
            Text($"{Samples.Median(times):0.0} / {p95:0.0} ms, {bytes / 1e3 / Requests:0} kB"),
            Text($"{Samples.Median(bareTimes):0.0} / {bareP95:0.0} ms (/health/live)"),
            p95 / bareP95,
            Aim,
            p95 < MostMilliseconds);
    }

    private static async Task<Figure> First(string name, Reader reader, string page)
    {
        var whole = await reader.FirstVisit(page);
        var (_, alone) = await reader.Get(page);
        return new Figure(
            $"{name}, with all styles and scripts", Text($"{whole / 1e3:0} kB"), Text($"{alone / 1e3:0} kB (the page alone)"), null, AimOfFirst, whole < MostBytes);
    }

    private static async Task<string> Next(Reader reader, string page) =>
        System.Net.WebUtility.HtmlDecode(NextPage().Match(await reader.Text(page)).Groups["address"].Value) is { Length: > 0 } address ? address : page;

    [GeneratedRegex("""<a(?=[^>]*rel="next")[^>]*href="(?<address>[^"]*)""", RegexOptions.None, 1000)]
    private static partial Regex NextPage();
}

using System.Collections.Concurrent;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;

namespace Diversion.Journeys.Tests.Crawling;

/// <summary>Follows every link that somebody can reach from their home page, and checks each page.</summary>
/// <param name="also">Pages that nothing links to at present.</param>
internal sealed class Crawl(Visitor visitor, params string[] also)
{
    /// <summary>
    /// Number of pages of one shape that are opened: they differ only in their data, and the record page by far the most.
    /// </summary>
    private const int MostOfAShape = 2;
    private const int MostRecords = 8;
    private const int MostDepthPictured = 2;
    private const string Record = "/agreements/{}";

    /// <summary>
    /// axe takes longer than everything else together: it runs on the first page of each shape, and on more kinds of
    /// records.
    /// </summary>
    private const int MostWithAxe = 1;
    private const int MostRecordsWithAxe = 3;

    /// <summary>Pages below a record, mostly forms, that are the same for every role that may open them: once in the whole run.</summary>
    private static readonly ConcurrentDictionary<string, bool> BelowRecordsWithAxe = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, bool> Pictured = new(StringComparer.Ordinal);

    private readonly Queue<(string Path, string From)> toVisit = new([("/", ""), .. also.Select(path => (path, "the test"))]);
    private readonly HashSet<string> met = ["/", .. also];
    private readonly Dictionary<string, int> opened = [];
    private readonly List<string> faults = [];
    private readonly HashSet<string> pages = [];

    /// <summary>The routes of the pages that were opened.</summary>
    public IReadOnlySet<string> Pages => pages;

    public async Task<IReadOnlyList<string>> Run()
    {
        while (toVisit.TryDequeue(out var next))
        {
            var shape = PageShape.Of(next.Path);
            var before = opened.GetValueOrDefault(shape);
            if (before >= (shape == Record ? MostRecords : MostOfAShape))
            {
                continue;
            }

            opened[shape] = before + 1;
            var found = await Open(next.Path, withAxe: before < (shape == Record ? MostRecordsWithAxe : MostWithAxe) && (!IsBelowRecord(shape) || BelowRecordsWithAxe.TryAdd(shape, true)));
            faults.AddRange(found.Select(fault => $"{next.Path} (from {next.From}): {fault}"));
        }

        return faults;
    }

    private static bool IsBelowRecord(string shape) => shape.StartsWith(Record + "/", StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> Open(string path, bool withAxe)
    {
        var answer = await visitor.Go(path);
        var found = new List<string>(visitor.Faults.Take());
        if (answer.Status != 200)
        {
            return found;
        }

        pages.Add(visitor.Server.Pages.Of(visitor.Path)!);
        found.AddRange(MarkupCheck.OfSource(await answer.TextAsync()));
        found.AddRange(await PageCheck.Quick(visitor.Page));
        if (withAxe)
        {
            found.AddRange(await PageCheck.Axe(visitor.Page));
            found.AddRange(await PageCheck.Narrow(visitor.Page));
            await Picture(PageShape.Of(path));
        }

        found.AddRange(visitor.Faults.Take());
        await Follow(path);
        return found;
    }

    /// <summary>Main pages once, and everybody's home page. Forms below a record are many and similar.</summary>
    private async Task Picture(string shape)
    {
        if (shape.Count(c => c == '/') > MostDepthPictured)
        {
            return;
        }

        var name = shape == "/" ? $"home-{visitor.Person}" : string.Join('-', shape.Split('/', '?', '=', '&').Where(part => part is not "" and not "{}"));
        if (Pictured.TryAdd(name, true))
        {
            await Screenshots.Take(visitor.Page, name);
        }
    }

    private async Task Follow(string from)
    {
        var links = await visitor.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('a[href]:not([download])')].filter((link) => link.origin === location.origin).map((link) => link.pathname + link.search)");
        foreach (var link in links.Where(link => met.Add(link)))
        {
            toVisit.Enqueue((link, from));
        }
    }
}

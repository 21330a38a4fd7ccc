using System.Collections.Concurrent;
using AngleSharp.Html.Parser;
using Diversion.Casework.Links;
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
    private const int MostRecords = 12;
    private const int MostDepthPictured = 1;
    private const string Record = "/agreements/{}";

    /// <summary>All parts of the record on one page: what leads on from any of them.</summary>
    private const string WholeRecord = "/agreements/{}/whole";

    /// <summary>
    /// The browser, and axe in it, takes longer than everything else together: it opens the first page of each shape. The
    /// others are read as they were sent.
    /// </summary>
    private const int MostInBrowser = 1;
    private const int MostRecordsInBrowser = 1;

    /// <summary>
    /// The home page and the record show each role something else. Every other page has the same elements for every role that
    /// may open it: once in the whole run.
    /// </summary>
    private static readonly ConcurrentDictionary<string, bool> CommonInBrowser = new(StringComparer.Ordinal);

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
            var shape = visitor.Server.Pages.ShapeOf(next.Path);
            var before = opened.GetValueOrDefault(shape);
            if (before >= (shape is Record or WholeRecord ? MostRecords : MostOfAShape))
            {
                continue;
            }

            opened[shape] = before + 1;
            var first = before < (shape == Record ? MostRecordsInBrowser : MostInBrowser);
            var found = first && (!IsCommon(shape) || CommonInBrowser.TryAdd(shape, true)) ? await Open(next.Path) : await Read(next.Path);
            faults.AddRange(found.Select(fault => $"{next.Path} (from {next.From}): {fault}"));
        }

        return faults;
    }

    /// <summary>Pages without sign-in are not the portal's: they have a layout of their own, and no names to look for.</summary>
    private static bool IsPublic(Uri link) => link.AbsolutePath.StartsWith(Addresses.Public, StringComparison.Ordinal);

    private static bool IsCommon(string shape) => shape is not ("/" or Record);

    private async Task<IReadOnlyList<string>> Open(string path)
    {
        var answer = await visitor.Go(path);
        var found = new List<string>(visitor.Faults.Take());
        if (answer.Status != 200)
        {
            return found;
        }

        found.AddRange(MarkupCheck.OfSource(await answer.TextAsync()));
        found.AddRange(await PageCheck.Quick(visitor.Page));
        found.AddRange(await PageCheck.Accessibility(visitor.Page));
        found.AddRange(await PageCheck.Narrow(visitor.Page));
        await Picture(visitor.Server.Pages.ShapeOf(path));
        found.AddRange(visitor.Faults.Take());
        Follow(visitor.Path, await visitor.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]:not([data-saves])')].map((link) => link.href)"));
        return found;
    }

    private async Task<IReadOnlyList<string>> Read(string path)
    {
        await using var answer = await visitor.Context.APIRequest.GetAsync(path);
        if (answer.Status != 200)
        {
            return [$"{answer.Status} GET {answer.Url}"];
        }

        var sent = await answer.TextAsync();
        using var page = new HtmlParser().ParseDocument(sent);
        Follow(new Uri(answer.Url).PathAndQuery, page.QuerySelectorAll("a[href]:not([data-saves])").Select(link => new Uri(new Uri(answer.Url), link.GetAttribute("href")).AbsoluteUri));
        return [.. MarkupCheck.OfSource(sent), .. WordCheck.Of(SentText.Of(page))];
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

    private void Follow(string from, IEnumerable<string> links)
    {
        pages.Add(visitor.Server.Pages.Of(from)!);
        foreach (var link in links.Select(link => new Uri(link)).Where(link => link.Authority == visitor.Server.Address.Authority && !IsPublic(link)).Select(link => link.PathAndQuery))
        {
            if (met.Add(link))
            {
                toVisit.Enqueue((link, from));
            }
        }
    }
}

using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Browsing;

/// <summary>
/// Counts what somebody has to do: a press on a link, a button or an answer is one, and so is each box that is typed into or
/// chosen from. A date that is typed is three boxes.
/// </summary>
internal sealed class CountingHands(IPage page, IHands hands) : IHands
{
    private readonly List<(string Path, int Count)> pages = [];

    public int Count => pages.Sum(one => one.Count);

    /// <summary>By page, in the order in which they came.</summary>
    public IReadOnlyList<(string Path, int Count)> Pages => pages;

    public Task Press(ILocator control) => hands.Press(Counted(control));

    public Task Tick(ILocator choice) => hands.Tick(Counted(choice));

    public Task Fill(ILocator field, string text) => hands.Fill(Counted(field), text);

    public Task Select(ILocator field, string choice) => hands.Select(Counted(field), choice);

    private ILocator Counted(ILocator control)
    {
        var path = new Uri(page.Url).AbsolutePath;
        if (pages is [.., var last] && last.Path == path)
        {
            pages[^1] = (path, last.Count + 1);
        }
        else
        {
            pages.Add((path, 1));
        }

        return control;
    }
}

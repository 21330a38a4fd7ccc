using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Diversion.Journeys.Tests.Browsing;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Checks;

/// <summary>Everything that holds for every page.</summary>
internal static class PageCheck
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>The page at hand: markup, words, axe, and both widths.</summary>
    public static async Task Assert(IPage page)
    {
        var faults = await Quick(page);
        faults.AddRange(await Axe(page));
        faults.AddRange(await Narrow(page));
        Xunit.Assert.True(faults.Count == 0, $"{page.Url}\n{string.Join('\n', faults)}");
    }

    public static async Task<List<string>> Quick(IPage page) => [.. await MarkupCheck.Of(page), .. await WordCheck.Of(page)];

    public static async Task<IReadOnlyList<string>> Axe(IPage page)
    {
        var result = await page.RunAxe(Rules);
        return [.. result.Violations.Select(found => $"axe {found.Id}: {found.Help}, {found.Nodes.Length} times, first {found.Nodes[0].Html}")];
    }

    /// <summary>On a phone nothing makes the page scroll sideways.</summary>
    public static async Task<IReadOnlyList<string>> Narrow(IPage page)
    {
        await page.SetViewportSizeAsync(Widths.Phone.Width, Widths.Phone.Height);
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        await page.SetViewportSizeAsync(Widths.Desktop.Width, Widths.Desktop.Height);
        return over > 0 ? [$"scrolls sideways by {over} px at {Widths.Phone.Width}"] : [];
    }
}

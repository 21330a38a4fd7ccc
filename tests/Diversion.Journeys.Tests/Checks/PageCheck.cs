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
        return
        [
            .. from found in result.Violations
               let nodes = found.Nodes.Where(node => !IsGovUkReveal(found, node)).ToArray()
               where nodes.Length > 0
               select $"axe {found.Id}: {found.Help}, {nodes.Length} times, first {nodes[0].Html}",
        ];
    }

    /// <summary>
    /// GOV.UK Frontend's own script puts aria-expanded on a radio that reveals more. ARIA has no such attribute for
    /// radios, but screen readers that were tried with it read it out, and the component keeps it on purpose.
    /// </summary>
    private static bool IsGovUkReveal(AxeResultItem found, AxeResultNode node) =>
        found.Id == "aria-allowed-attr" && node.Html.Contains("govuk-radios__input", StringComparison.Ordinal) && node.Html.Contains("aria-expanded", StringComparison.Ordinal);

    /// <summary>On a phone nothing makes the page scroll sideways.</summary>
    public static async Task<IReadOnlyList<string>> Narrow(IPage page)
    {
        await page.SetViewportSizeAsync(Widths.Phone.Width, Widths.Phone.Height);
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        await page.SetViewportSizeAsync(Widths.Desktop.Width, Widths.Desktop.Height);
        return over > 0 ? [$"scrolls sideways by {over} px at {Widths.Phone.Width}"] : [];
    }
}

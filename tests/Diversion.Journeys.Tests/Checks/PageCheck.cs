using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Deque.AxeCore.Commons;
using Diversion.Journeys.Tests.Browsing;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Checks;

/// <summary>Everything that must be true of every page.</summary>
internal static class PageCheck
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();
    private static readonly string CodeSnifferScript = Resources.Text("HTMLCS.js");

    /// <summary>
    /// Run in the page itself: none of our pages has frames, and for frames the axe wrapper would open another page each
    /// time.
    /// </summary>
    private const string RunAxe =
        """
        async () => {
          const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
          return violations.map(({ id, help, nodes }) => `axe ${id}: ${help}, ${nodes.length} times, first ${nodes[0].html}`);
        }
        """;

    /// <summary>Errors alone (type 1): its warnings and notices ask somebody to look.</summary>
    private const string RunCodeSniffer =
        """
        () => new Promise((done) => HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages().filter(({ type }) => type === 1)
          .map(({ code, msg, element }) => `HTML_CodeSniffer ${code}: ${msg}, at ${element.outerHTML?.slice(0, 160)}`))))
        """;

    /// <summary>Lines of the tests that have had the slow checks made: what many journeys share is checked for the first.</summary>
    private static readonly ConcurrentDictionary<(string, int), bool> Made = new();

    /// <summary>The present page: markup and words each time, both accessibility engines and widths once for each line of the tests.</summary>
    public static async Task Assert(IPage page, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var faults = await Quick(page);
        if (Made.TryAdd((file, line), true))
        {
            faults.AddRange(await Accessibility(page));
            faults.AddRange(await Narrow(page));
        }

        Xunit.Assert.True(faults.Count == 0, $"{page.Url}\n{string.Join('\n', faults)}");
    }

    /// <summary>A page that is not the portal's, with a layout of its own, open on a phone.</summary>
    public static async Task AssertOutside(IPage page)
    {
        IReadOnlyList<string> faults = [.. await Accessibility(page), .. await Narrow(page)];
        await page.SetViewportSizeAsync(Widths.Phone.Width, Widths.Phone.Height);
        Xunit.Assert.True(faults.Count == 0, $"{page.Url}\n{string.Join('\n', faults)}");
    }

    public static async Task<List<string>> Quick(IPage page) => [.. await MarkupCheck.Of(page), .. await WordCheck.Of(page)];

    /// <summary>By two engines, neither of which finds everything: axe, and HTML_CodeSniffer.</summary>
    public static async Task<IReadOnlyList<string>> Accessibility(IPage page)
    {
        await page.EvaluateAsync(AxeScript);
        await page.EvaluateAsync(CodeSnifferScript);
        return [.. await page.EvaluateAsync<string[]>(RunAxe), .. await page.EvaluateAsync<string[]>(RunCodeSniffer)];
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

using AngleSharp;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Checks;

/// <summary>Whether a page is valid HTML: as it was sent, and as the browser has it.</summary>
internal static class MarkupCheck
{
    private static readonly string Script = Resources.Text("markup.js");

    public static async Task<IReadOnlyList<string>> Of(IPage page) => await page.EvaluateAsync<string[]>(Script);

    public static IReadOnlyList<string> OfSource(string html)
    {
        var faults = new List<string>();
        using var context = BrowsingContext.New();
        var parser = new HtmlParser(new HtmlParserOptions(), context);
        parser.Error += (_, fault) =>
        {
            var error = (HtmlErrorEvent)fault;
            faults.Add($"{error.Message} (line {error.Position.Line}, column {error.Position.Column})");
        };
        using var document = parser.ParseDocument(html);
        return faults;
    }
}

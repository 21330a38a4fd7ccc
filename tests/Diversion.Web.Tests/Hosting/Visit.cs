using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Diversion.Web.Tests.Hosting;

/// <summary>A page as it was received.</summary>
internal sealed record Visit(string Address, int Status, IHtmlDocument Html, HttpResponseHeaders Headers, byte[] Body)
{
    private static readonly HtmlParser Parser = new();

    public string Title => Html.Title ?? "";

    /// <summary>The text of the main part, with spaces collapsed.</summary>
    public string Text => Plain(Html.QuerySelector("main") ?? (IElement)Html.DocumentElement);

    public string? Banner => Html.QuerySelector(".govuk-notification-banner__heading") is { } said ? Plain(said) : null;

    /// <summary>The error summary's sentences.</summary>
    public IReadOnlyList<string> Faults => [.. Html.QuerySelectorAll(".govuk-error-summary li").Select(Plain)];

    public static async Task<Visit> Of(string address, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        var html = Parser.ParseDocument(response.Content.Headers.ContentType?.MediaType == "application/zip" ? "" : Encoding.UTF8.GetString(body));
        // A hyphen in an element's name means one of our tag helpers, and none ran for it: the browser shows its text without any layout.
        var left = html.All.Select(element => element.LocalName).FirstOrDefault(name => name.Contains('-'));
        Assert.True(left is null, $"{address} was sent with a tag that no tag helper took: <{left}>.");
        return new Visit(address, (int)response.StatusCode, html, response.Headers, body);
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

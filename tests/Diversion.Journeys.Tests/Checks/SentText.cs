using System.Text;
using AngleSharp.Dom;

namespace Diversion.Journeys.Tests.Checks;

/// <summary>The words of a page that no browser has rendered: what it would show, and what a screen reader would read.</summary>
internal static class SentText
{
    private static readonly HashSet<string> NotText = ["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"];

    private static readonly string[] Spoken = ["aria-label", "title", "placeholder"];

    public static string Of(IDocument page)
    {
        var text = new StringBuilder(page.Title).AppendLine();
        Add(page.Body!, text);
        foreach (var words in page.All.SelectMany(element => Spoken.Select(element.GetAttribute)).OfType<string>())
        {
            text.AppendLine(words);
        }

        return text.ToString();
    }

    private static void Add(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                AddCollapsed(words.Data, text);
            }
            else if (child is IElement { TagName: "CODE" })
            {
                // The name of a file's column, or a command: not words for people.
                text.Append("code");
            }
            else if (child is IElement element && !NotText.Contains(element.TagName))
            {
                // Styles may show any element on a line of its own.
                text.Append('\n');
                Add(element, text);
                text.Append('\n');
            }
        }
    }

    /// <summary>White space is one space, as a browser shows it.</summary>
    private static void AddCollapsed(string words, StringBuilder text)
    {
        foreach (var letter in words)
        {
            if (!char.IsWhiteSpace(letter))
            {
                text.Append(letter);
            }
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }
        }
    }
}

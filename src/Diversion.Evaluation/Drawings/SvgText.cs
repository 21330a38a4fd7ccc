using System.Globalization;
using System.Text;

namespace Diversion.Evaluation.Drawings;

/// <summary>Writes an SVG picture: black on white, every text escaped, every number with a point.</summary>
internal sealed class SvgText
{
    public const string Font = "Arial, Helvetica, sans-serif";
    public const string Ink = "#0b0c0c";
    public const string Grid = "#b1b4b6";

    private readonly StringBuilder _body = new();
    private readonly double _width;
    private readonly double _height;
    private readonly string _id;

    /// <param name="id">Different for each picture of a page; letters, digits and hyphens.</param>
    public SvgText(string id, double width, double height)
    {
        if (id.Length == 0 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ArgumentException("The id of a picture has letters, digits and hyphens.", nameof(id));
        }

        (_id, _width, _height) = (id, width, height);
    }

    /// <summary>An id within this picture, for a pattern.</summary>
    public string Inner(string name) => $"{_id}-{name}";

    public SvgText Line(double x1, double y1, double x2, double y2, string stroke = Ink, double width = 1, string? dash = null) =>
        Add($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{stroke}\" stroke-width=\"{N(width)}\"{Dash(dash)}/>");

    public SvgText Box(double x, double y, double width, double height, string fill = "#ffffff", double stroke = 1) =>
        Add($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{fill}\" stroke=\"{Ink}\" stroke-width=\"{N(stroke)}\"/>");

    /// <param name="path">Made of numbers by <see cref="N"/> and path letters only.</param>
    public SvgText Path(string path, string fill = "none", double width = 2, string? dash = null) =>
        Add($"<path d=\"{path}\" fill=\"{fill}\" fill-rule=\"evenodd\" stroke=\"{Ink}\" stroke-width=\"{N(width)}\" stroke-linejoin=\"round\"{Dash(dash)}/>");

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="halo">A white edge, to be readable on a filled ground.</param>
    public SvgText Text(double x, double y, string text, string anchor = "start", double size = 14, bool bold = false, bool halo = false) =>
        Add($"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\" font-size=\"{N(size)}\"{(bold ? " font-weight=\"bold\"" : "")}{(halo ? " stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\"" : "")}>{Escape(text)}</text>");

    /// <summary>Markup made by this project; never a text that came from outside.</summary>
    public SvgText Add(string markup)
    {
        _body.Append(markup).Append('\n');
        return this;
    }

    public string Finish(string title, string description) =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {N(_width)} {N(_height)}" width="{N(_width)}" height="{N(_height)}" role="img" aria-labelledby="{_id}-title {_id}-desc" font-family="{Font}" fill="{Ink}">
        <title id="{_id}-title">{Escape(title)}</title>
        <desc id="{_id}-desc">{Escape(description)}</desc>
        <rect width="{N(_width)}" height="{N(_height)}" fill="#ffffff"/>
        {_body}</svg>
        """;

    /// <summary>At most two decimals, whatever the culture.</summary>
    public static string N(double value) => (Math.Round(value, 2) + 0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A rough width in the font of the pictures; wide letters count more.</summary>
    public static double Width(string text, double size) => text.Sum(c => c is 'i' or 'l' or 'j' or 't' or 'f' or ' ' or '\u00A0' or '.' or ',' or '(' or ')' ? 0.32 : char.IsUpper(c) || c is 'm' or 'w' ? 0.74 : 0.56) * size;

    /// <summary>Lines that fit a width; a word that is too long is cut.</summary>
    public static List<string> Wrap(string text, double width, double size)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(word, width, size)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        return line.Length == 0 ? lines : [.. lines, line];
    }

    /// <summary>Escapes markup, and drops what XML can't hold: control characters and halves of characters.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }

            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ when char.IsControl(c) => " ",
                _ when char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' => "",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static IEnumerable<string> Cut(string word, double width, double size)
    {
        while (word.Length > 1 && Width(word, size) > width)
        {
            var length = Enumerable.Range(1, word.Length - 1).Last(length => length == 1 || Width(word[..length], size) <= width);
            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }

    private static string Dash(string? dash) => dash is null ? "" : $" stroke-dasharray=\"{dash}\"";
}

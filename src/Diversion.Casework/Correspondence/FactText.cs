using System.Text;

namespace Diversion.Casework.Correspondence;

/// <summary>Facts come from outside: a name may be Markdown, HTML, several lines or worse. This class turns each into plain text.</summary>
internal static class FactText
{
    /// <summary>As one line; control characters and characters that reverse the reading direction become spaces.</summary>
    public static string Line(string fact)
    {
        var line = new StringBuilder(fact.Length);
        foreach (var c in fact)
        {
            var space = char.IsWhiteSpace(c) || char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
            if (!space)
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    public static IEnumerable<string> Lines(string fact) =>
        fact.Split('\n').Select(Line).Where(line => line.Length > 0);

    /// <summary>In CommonMark a backslash before any ASCII punctuation means exactly that character.</summary>
    public static string Markdown(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>The target of a link: a web address, or nothing.</summary>
    public static string Address(string template, string fact) =>
        Uri.TryCreate(fact, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? Markdown(address.AbsoluteUri)
            : throw new ArgumentException($"Mail template {template} links to something that is no http or https address.", nameof(fact));
}

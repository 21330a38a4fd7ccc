using System.Text;

namespace Diversion.Casework.Extracts;

/// <summary>A text as a cell of a CSV file (RFC 4180).</summary>
internal static class CsvCell
{
    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe before it: ward names come from outside.</summary>
    public static void Append(string text, StringBuilder line)
    {
        var formula = text[0] is '=' or '+' or '-' or '@' or '\t';
        if (!formula && !text.AsSpan().ContainsAny(Quoted))
        {
            line.Append(text);
            return;
        }

        line.Append('"').Append(formula ? "'" : "").Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}

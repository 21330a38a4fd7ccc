using System.Buffers;

namespace Diversion.Casework.Register;

/// <summary>Lines of comma-separated values (RFC 4180).</summary>
public static class CsvLine
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>One line without its line end, which is CR LF.</summary>
    public static string Of(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell));

    /// <summary>
    /// A text that a spreadsheet would take for a formula gets an apostrophe in front: other people typed what is in the
    /// register.
    /// </summary>
    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var text = value.TrimStart() is ['=' or '+' or '-' or '@', ..] || value[0] is '\t' or '\r' or '\n' ? $"'{value}" : value;
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}

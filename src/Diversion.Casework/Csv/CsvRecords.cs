using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Diversion.Casework.Csv;

/// <param name="Line">The line that the record begins on.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Raw">The original text, without the line end.</param>
/// <param name="Cells">Null when it could not be split into cells.</param>
public sealed record CsvRecord(int Line, int Lines, string Raw, string[]? Cells);

/// <summary>
/// The records of comma-separated text (RFC 4180). An unclosed quote would swallow the lines after it: if a record over
/// several lines does not fit the headings, only its first line is taken as the record, and the others are read on their
/// own.
/// </summary>
public static class CsvRecords
{
    /// <param name="fits">Whether a record over several lines has as many cells as there are headings.</param>
    public static IEnumerable<CsvRecord> Of(string text, Func<string[], bool> fits, Action<int> readTo)
    {
        var starts = LineStarts(text);
        var (separator, first) = Separator(text, starts);
        for (var line = first; line < starts.Count - 1;)
        {
            var broken = false;
            foreach (var record in From(text, starts, line, separator))
            {
                if (record.Lines > 1 && (record.Cells is null || !fits(record.Cells)))
                {
                    yield return record with { Raw = LineOf(text, starts, record.Line - 1), Cells = null };
                    line = record.Line;
                    broken = true;
                    break;
                }

                yield return record;
                line = record.Line - 1 + record.Lines;
                readTo(starts[line]);
            }

            if (!broken)
            {
                break;
            }
        }
    }

    private static IEnumerable<CsvRecord> From(string text, List<int> starts, int firstLine, string separator)
    {
        var bad = false;
        using var reader = new StringReader(text[starts[firstLine]..]);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => bad = true,
            Delimiter = separator,
            IgnoreBlankLines = false,
        });
        for (var line = firstLine; parser.Read(); line = Math.Min(firstLine + parser.RawRow, starts.Count - 1))
        {
            var next = Math.Min(firstLine + parser.RawRow, starts.Count - 1);
            if (next == line)
            {
                break;
            }

            // Faults are found when the cells are made.
            var cells = parser.Record!;
            yield return new CsvRecord(line + 1, next - line, text[starts[line]..starts[next]].TrimEnd('\r', '\n'), bad ? null : cells);
            bad = false;
        }
    }

    /// <summary>
    /// Spreadsheets of other countries write semicolons or tabs, and some declare it in a first line of their own:
    /// <c>sep=;</c>.
    /// </summary>
    private static (string Separator, int FirstLine) Separator(string text, List<int> starts)
    {
        var first = starts.Count > 1 ? LineOf(text, starts, 0).TrimStart('\uFEFF') : "";
        if (first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first.Length == 5)
        {
            return (first[4..], 1);
        }

        return (first.Contains(',', StringComparison.Ordinal) ? "," : first.Contains(';', StringComparison.Ordinal) ? ";" : first.Contains('\t', StringComparison.Ordinal) ? "\t" : ",", 0);
    }

    private static string LineOf(string text, List<int> starts, int line) => text[starts[line]..starts[line + 1]].TrimEnd('\r', '\n');

    /// <summary>Where each line begins; the last entry is the end of the text.</summary>
    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                starts.Add(at + 1);
            }
        }

        if (starts[^1] != text.Length)
        {
            starts.Add(text.Length);
        }

        return starts;
    }
}

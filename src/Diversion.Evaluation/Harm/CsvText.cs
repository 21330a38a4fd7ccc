using System.Text;

namespace Diversion.Evaluation.Harm;

/// <summary>Rows of a small CSV file (RFC 4180): quoted cells, doubled quotes, line breaks within quotes.</summary>
public static class CsvText
{
    /// <returns>Each row with the number of its first line, from 1.</returns>
    public static List<(int Number, IReadOnlyList<string> Cells)> Read(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8).TrimStart('\uFEFF');
        var rows = new List<(int, IReadOnlyList<string>)>();
        var (cells, cell, quoted, line, first) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line += c == '\n' ? 1 : 0;
            switch (c)
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append(text[++i]);
                    break;
                case '"' when quoted || cell.Length == 0:
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    cells.Add(Taken(cell));
                    break;
                case '\n' when !quoted:
                    cells.Add(Taken(cell));
                    rows.Add((first, cells));
                    (cells, first) = ([], line);
                    break;
                default:
                    cell.Append(c);
                    break;
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            cells.Add(Taken(cell));
            rows.Add((first, cells));
        }

        return rows;
    }

    private static string Taken(StringBuilder cell)
    {
        var text = cell.ToString().Trim();
        cell.Clear();
        return text;
    }
}

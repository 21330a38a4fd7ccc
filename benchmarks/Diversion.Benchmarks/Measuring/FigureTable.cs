using System.Globalization;

namespace Diversion.Benchmarks.Measuring;

/// <summary>Prints figures side by side, as text that can be pasted anywhere.</summary>
internal static class FigureTable
{
    private static readonly string[] Head = ["figure", "measured", "bare limit, same run", "ratio", "aim", ""];

    public static void Print(IReadOnlyList<Figure> figures, TextWriter output)
    {
        List<string[]> rows = [Head, .. figures.Select(Cells)];
        var widths = Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        output.WriteLine();
        for (var i = 0; i < rows.Count; i++)
        {
            output.WriteLine(string.Join("  ", rows[i].Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            if (i == 0)
            {
                output.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
            }
        }

        output.WriteLine();
        output.WriteLine(Machine.Describe());
    }

    private static string[] Cells(Figure figure) =>
    [
        figure.Name,
        figure.Measured,
        figure.Bare,
        figure.Ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
        figure.Aim,
        figure.Met switch { true => "met", false => "MISSED", null => "" },
    ];
}

using System.Text;
using Diversion.Casework.Register;

namespace Diversion.Local.Import;

/// <summary>The rejected rows in their original form, each with its reasons, ready to be corrected and imported.</summary>
public static class RejectedFile
{
    /// <summary><c>FILE.rejected.csv</c> beside <c>FILE.csv</c>; in the current folder for data from a pipe.</summary>
    public static string PathFor(string file) => file == "-" || file.StartsWith("/dev/", StringComparison.Ordinal) || file.StartsWith("/proc/", StringComparison.Ordinal)
        ? Path.GetFullPath("import.rejected.csv")
        : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, $"{Path.GetFileNameWithoutExtension(file)}.rejected.csv");

    /// <remarks>A cell that a spreadsheet would take for a formula gets an apostrophe in front; importing removes it.</remarks>
    public static async Task Write(string path, IReadOnlyList<string> headings, IReadOnlyList<FileRow.Faulty> rows, CancellationToken cancellation = default)
    {
        var reason = headings.ToList().FindIndex(heading => ReferralColumns.Columns.Of(heading) == ReferralColumns.RejectReason);
        var unfinished = path + ".part";

        // With a byte order mark: it is for people, and without one Excel would garble the names.
        await using (var writer = new StreamWriter(unfinished, append: false, new UTF8Encoding(true)) { NewLine = "\r\n" })
        {
            await writer.WriteLineAsync(Line(headings, ReferralColumns.RejectReason));
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                await writer.WriteLineAsync(Line(row.Cells, string.Join("; ", row.Faults)));
            }
        }

        File.Move(unfinished, path, overwrite: true);

        string Line(IReadOnlyList<string> cells, string last)
        {
            // In a row with fewer cells than headings the reason must still be under its own heading.
            var padded = cells.Concat(Enumerable.Repeat("", Math.Max(0, headings.Count - cells.Count)));
            return CsvLine.Of([.. padded.Where((_, i) => i != reason), last]);
        }
    }
}

using System.Globalization;
using System.Text;
using CsvHelper;

namespace Diversion.Local.Import;

/// <summary><c>FILE.rejected.csv</c> beside <c>FILE.csv</c>: the rejected rows as they stood, each with its reasons, ready to be corrected and imported.</summary>
public static class RejectedFile
{
    public static string PathFor(string file) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, $"{Path.GetFileNameWithoutExtension(file)}.rejected.csv");

    public static async Task Write(string path, IReadOnlyList<string> headings, IReadOnlyList<FileRow.Faulty> rows, CancellationToken cancellation = default)
    {
        var reason = headings.ToList().FindIndex(heading => ReferralColumns.Of(heading) == ReferralColumns.RejectReason);
        var unfinished = path + ".part";

        // With a byte order mark: it is for people, and Excel would otherwise spoil the names.
        await using (var writer = new StreamWriter(unfinished, append: false, new UTF8Encoding(true)))
        await using (var csv = new CsvWriter(writer, CultureInfo.InvariantCulture))
        {
            await Line(csv, headings, ReferralColumns.RejectReason);
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                await Line(csv, row.Cells, string.Join("; ", row.Faults));
            }
        }

        File.Move(unfinished, path, overwrite: true);

        async Task Line(CsvWriter csv, IReadOnlyList<string> cells, string last)
        {
            for (var i = 0; i < cells.Count; i++)
            {
                if (i != reason)
                {
                    csv.WriteField(cells[i]);
                }
            }

            csv.WriteField(last);
            await csv.NextRecordAsync();
        }
    }
}

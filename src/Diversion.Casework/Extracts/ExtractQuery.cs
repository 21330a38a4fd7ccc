using System.IO.Compression;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Analysis;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Register;
using Diversion.Domain.Agreements;
using Diversion.Evaluation.Reports;
using Diversion.Evaluation.Rows;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Extracts;

/// <summary>The formats of an extract.</summary>
public enum ExtractFormat
{
    Csv,
    Parquet,
}

/// <param name="Release">Null: the pseudonyms of the register. Otherwise the name of a release, with pseudonyms of its own.</param>
public sealed record ExtractRequest(ExtractFormat Format, string? Release)
{
    public const int LongestRelease = 60;
}

/// <summary>
/// Extracts for analysts: everybody under pseudonyms, in three tables with their dictionary, and the counts that may leave the
/// programme. Whoever takes one gives a reason, which is logged before the first byte.
/// </summary>
public sealed class ExtractQuery(PeopleScan scan, Pseudonyms pseudonyms, AccessLog log)
{
    private const int Small = 4096;

    /// <returns>Writes the zip; a refusal comes before anything is sent.</returns>
    public async ValueTask<Reply<Func<Stream, CancellationToken, ValueTask>>> Of(AccessRequest request, ExtractRequest wanted, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayTakeExtracts(request.By))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (RecordAccess.ReasonOf(request) is not { } reason)
        {
            return CaseworkRefusal.ReasonForDownloadMissing();
        }

        await log.RecordDownload(request.By, request.At, reason, $"Extract under pseudonyms ({wanted.Format}{(wanted.Release is null ? "" : ", a release of its own")})", cancellation);
        return new Reply<Func<Stream, CancellationToken, ValueTask>>.Given((to, stop) => Write(wanted, request.At, to, stop));
    }

    /// <summary>The zip itself, also for the command line, where whoever may read the data folder decides.</summary>
    public async ValueTask Write(ExtractRequest wanted, Instant at, Stream to, CancellationToken cancellation)
    {
        var people = await scan.All(wanted.Release is { } release ? pseudonyms.Release(release) : null, cancellation);

        // It takes longest of the small parts, and needs nothing but the people.
        var counts = Task.Run(() => Lines(PublishedCounts.Columns, PublishedCounts.Of(people)), cancellation);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        await Add(zip, ExtractTables.People, people, wanted.Format, cancellation);
        await Add(zip, ExtractTables.Events, EventRow.Of(people), wanted.Format, cancellation);
        await Add(zip, ExtractTables.Victims, VictimRow.Of(people), wanted.Format, cancellation);
        await Text(zip, "dictionary.csv", Lines(["table", "column", "type", "meaning"], ExtractTables.Dictionary), cancellation);
        await Text(zip, "counts-to-publish.csv", await counts, cancellation);
        await Text(zip, "victims-to-publish.csv", Lines(PublishedCounts.VictimColumns, PublishedCounts.OfVictims(people)), cancellation);
        await Text(zip, "about.txt", Encoding.UTF8.GetBytes(About(wanted, at, people.Count)), cancellation);
    }

    private static async Task Add<TRow>(ZipArchive zip, ExtractTable<TRow> table, IEnumerable<TRow> rows, ExtractFormat format, CancellationToken cancellation)
    {
        if (format == ExtractFormat.Csv)
        {
            await using var entry = zip.CreateEntry($"{table.Name}.csv", CompressionLevel.Fastest).Open();
            await table.WriteCsv(rows, entry, cancellation);
            return;
        }

        // The library seeks; an entry of a zip can't.
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await table.WriteParquet(rows, file, cancellation);
        file.Position = 0;
        await using var stored = zip.CreateEntry($"{table.Name}.parquet", CompressionLevel.NoCompression).Open();
        await file.CopyToAsync(stored, cancellation);
    }

    private static async Task Text(ZipArchive zip, string name, ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        await using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await entry.WriteAsync(text, cancellation);
    }

    private static ReadOnlyMemory<byte> Lines(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = new CsvLines(Small);
        foreach (var row in rows.Prepend(columns))
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (i > 0)
                {
                    lines.NextCell();
                }

                lines.Append(row[i]);
            }

            lines.NextLine();
        }

        return lines.Written;
    }

    private static string About(ExtractRequest wanted, Instant at, int people) =>
        $"""
        Extract for analysts, made by Diversion {AnalysisQuery.CodeVersion}
        Data as of {InstantPattern.General.Format(at)} (UTC); {people} cases
        Pseudonyms: {(wanted.Release is { } release ? $"of the release \"{release}\" alone; they can't be joined with those of another release" : "those of the register; the same in every extract without a release")}

        people, events and victims are about single people, under pseudonyms. They are for analysts and do not leave the programme.
        counts-to-publish.csv and victims-to-publish.csv may leave it: counts of 1 to 4 and as many others as it takes are suppressed, the rest is rounded to 5.
        dictionary.csv says what each column means. An empty cell is a value that is not known or does not apply; it is never none.

        """;
}

using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvHelper.Configuration;
using Diversion.Domain.Schemes;
using Diversion.Local.Faults;
using NodaTime;

namespace Diversion.Local.Import;

/// <summary>
/// A file of referrals: comma-separated (RFC 4180), UTF-8 with or without a byte order mark, headings in the first
/// line in any order.
/// </summary>
public sealed class ReferralFile : IDisposable
{
    private readonly FileStream stream;
    private readonly StreamReader reader;
    private readonly CsvParser parser;
    private readonly string?[] columns;
    private bool bad;

    private ReferralFile(FileStream stream)
    {
        this.stream = stream;
        reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 64 * 1024);
        parser = new CsvParser(reader, new CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => bad = true,
            IgnoreBlankLines = true,
        });
        Headings = ReadHeadings();
        columns = [.. Headings.Select(ReferralColumns.Of)];
        CheckHeadings();
    }

    public IReadOnlyList<string> Headings { get; }

    /// <summary>Headings that are none of ours; their cells are not imported.</summary>
    public IEnumerable<string> Unknown => Headings.Where((_, i) => columns[i] is null && Headings[i].Length > 0);

    /// <summary>How much of the file was read, 0 to 1.</summary>
    public double Progress => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    /// <exception cref="CannotGoOnException">The file as a whole cannot be read; the message says why and what to do.</exception>
    public static ReferralFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"There is no file {path}.");
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            CheckEncoding(file, path);
            return new ReferralFile(file);
        }
        catch (CannotGoOnException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The rows in the order of the file. A row that repeats an earlier one's custody reference is no referral of its own.</summary>
    public IEnumerable<FileRow> Rows(LocalDate today, Vocabulary words)
    {
        var seen = new Dictionary<string, (int Line, FileRow.Referral Row)>(StringComparer.OrdinalIgnoreCase);
        while (Next())
        {
            var cells = parser.Record!;
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            var row = ReadRow(cells, StartLine(), today, words);
            if (row is FileRow.Referral referral)
            {
                if (seen.TryGetValue(referral.Reference, out var first))
                {
                    row = Again(first.Row, referral);
                }
                else
                {
                    seen[referral.Reference] = (referral.Line, referral);
                }
            }

            yield return row;
        }
    }

    public void Dispose()
    {
        parser.Dispose();
        reader.Dispose();
        stream.Dispose();
    }

    private static FileRow Again(FileRow.Referral first, FileRow.Referral again)
    {
        var differences = ReferralDifferences.Between(first, again.Person, again.Offence, again.Officer.Id);
        return differences.Count == 0
            ? new FileRow.Repeated(again.Line, again.Cells, first.Line)
            : new FileRow.Faulty(
                again.Line,
                again.Cells,
                [new RowFault(again.Line, ReferralColumns.Reference, $"{again.Reference} stands in line {first.Line} too, with another {string.Join(", ", differences)}; that one was taken")]);
    }

    private FileRow ReadRow(string[] cells, int line, LocalDate today, Vocabulary words)
    {
        if (bad)
        {
            return new FileRow.Faulty(line, cells, [new RowFault(line, null, "a quote is not closed, or stands inside a cell that is not quoted; put the cell in quotes and double those inside")]);
        }

        if (cells.Length != columns.Length)
        {
            return new FileRow.Faulty(line, cells, [new RowFault(line, null, $"{cells.Length} cells under {columns.Length} headings; a comma may be missing, or not in quotes")]);
        }

        var values = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < cells.Length; i++)
        {
            if (columns[i] is { } column)
            {
                values[column] = cells[i];
            }
        }

        return ReferralReading.Read(line, cells, values, today, words);
    }

    private bool Next()
    {
        bad = false;
        return parser.Read();
    }

    /// <summary>A cell may go over several lines: the row begins as many lines earlier.</summary>
    private int StartLine() => parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').Count(c => c == '\n');

    private string[] ReadHeadings() =>
        Next()
            ? [.. parser.Record!.Select(heading => heading.Trim().TrimStart('\uFEFF'))]
            : throw new CannotGoOnException(ExitCodes.Failed, "The file is empty. Its first line names the columns; docs/import.md lists them.");

    private void CheckHeadings()
    {
        if (Headings is [var only] && only.AsSpan().ContainsAny(";\t"))
        {
            throw new CannotGoOnException(ExitCodes.Failed, "The cells are separated by semicolons or tabs. Save the file as comma-separated (CSV UTF-8).");
        }

        var missing = ReferralColumns.All.Where(column => column.Required && !columns.Contains(column.Name)).Select(column => column.Name).ToArray();
        if (missing.Length > 0)
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"These columns are missing: {string.Join(", ", missing)}. docs/import.md lists the columns. Nothing was imported.");
        }

        if (columns.Where(column => column is not null).GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new CannotGoOnException(ExitCodes.Failed, $"The column {twice.Key} is there twice. Take one away. Nothing was imported.");
        }
    }

    /// <summary>Guessing an encoding spoils names without a word; so only UTF-8 is taken, the whole file or nothing.</summary>
    private static void CheckEncoding(FileStream stream, string path)
    {
        const string Advice = "In Excel save it as `CSV UTF-8 (Comma delimited)`. Nothing was imported.";
        var buffer = new byte[64 * 1024];
        var kept = 0;
        var line = 1;
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var length = kept + read;
            var chunk = buffer.AsSpan(0, length);
            if (stream.Position == length && (chunk.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || chunk.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])))
            {
                throw new CannotGoOnException(ExitCodes.Failed, $"{path} is UTF-16, not UTF-8. {Advice}");
            }

            // A character may be cut at the end of the chunk: it is looked at with the next one.
            var whole = read == 0 ? length : WholeCharacters(chunk);
            if (!Utf8.IsValid(chunk[..whole]))
            {
                throw new CannotGoOnException(
                    ExitCodes.Failed, $"{path} is not UTF-8 (line {line + LinesBeforeFault(chunk[..whole])}); it is probably Windows-1252. {Advice}");
            }

            line += chunk[..whole].Count((byte)'\n');
            if (read == 0)
            {
                break;
            }

            kept = length - whole;
            chunk[whole..].CopyTo(buffer);
        }

        stream.Position = 0;
        Span<byte> start = stackalloc byte[3];
        if (stream.ReadAtLeast(start, 3, throwOnEndOfStream: false) < 3 || !start.SequenceEqual((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            stream.Position = 0;
        }
    }

    private static int WholeCharacters(ReadOnlySpan<byte> chunk)
    {
        var end = chunk.Length;
        for (var back = 1; back <= 3 && back <= chunk.Length; back++)
        {
            var b = chunk[^back];
            if ((b & 0b1100_0000) == 0b1100_0000)
            {
                var needs = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needs > back ? end - back : end;
            }

            if (b < 0x80)
            {
                return end;
            }
        }

        return end;
    }

    private static int LinesBeforeFault(ReadOnlySpan<byte> chunk)
    {
        var at = 0;
        while (at < chunk.Length && Rune.DecodeFromUtf8(chunk[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        return chunk[..at].Count((byte)'\n');
    }
}

using Parquet;
using Parquet.Schema;

namespace Diversion.Casework.Extracts;

/// <summary>A table of an extract in the order of its rows.</summary>
/// <param name="name">Of its file, without the ending.</param>
/// <param name="means">What one row is.</param>
internal sealed class ExtractTable<TRow>(string name, string means, params IReadOnlyList<ExtractColumn<TRow>> columns)
{
    /// <summary>Rows that are held in memory at a time.</summary>
    private const int InOneGroup = 50_000;

    private const int Flushed = 1 << 16;

    public string Name => name;

    public string Means => means;

    public IReadOnlyList<ExtractColumn<TRow>> Columns => columns;

    /// <summary>In UTF-8 with a heading; an empty cell is a value that is not known or does not apply.</summary>
    /// <remarks>While some lines are written (and compressed), another thread makes the next ones.</remarks>
    public async Task WriteCsv(IEnumerable<TRow> rows, Stream to, CancellationToken cancellation)
    {
        var (lines, others) = (new CsvLines(Flushed * 2), new CsvLines(Flushed * 2));
        var written = Task.CompletedTask;
        try
        {
            Heading(lines);
            foreach (var row in rows)
            {
                Line(row, lines);
                if (lines.Length > Flushed)
                {
                    await written;
                    (lines, others) = (others, lines);
                    written = Write(others);
                    lines.Clear();
                }
            }
        }
        finally
        {
            await written;
        }

        await Write(lines);

        Task Write(CsvLines full) => Task.Run(() => to.WriteAsync(full.Written, cancellation).AsTask(), cancellation);
    }

    private void Heading(CsvLines lines)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
            {
                lines.NextCell();
            }

            lines.Append(columns[i].Name);
        }

        lines.NextLine();
    }

    private void Line(TRow row, CsvLines lines)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
            {
                lines.NextCell();
            }

            columns[i].Append(row, lines);
        }

        lines.NextLine();
    }

    /// <summary>Dates as days, texts as UTF-8, numbers as doubles, compressed as the library does by itself.</summary>
    /// <param name="to">Can be read back from its beginning: the format's end points to its parts.</param>
    public async Task WriteParquet(IEnumerable<TRow> rows, Stream to, CancellationToken cancellation)
    {
        var schema = new ParquetSchema(columns.Select(Field (column) => column.Field));
        await using var writer = await ParquetWriter.CreateAsync(schema, to, cancellationToken: cancellation);
        foreach (var some in rows.Chunk(InOneGroup).DefaultIfEmpty([]))
        {
            using var group = writer.CreateRowGroup();
            foreach (var column in columns)
            {
                await column.Write(group, some, cancellation);
            }
        }
    }
}

using System.Text;
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

    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => name;

    public string Means => means;

    public IReadOnlyList<ExtractColumn<TRow>> Columns => columns;

    /// <summary>In UTF-8 with a heading; an empty cell is a value that is not known or does not apply.</summary>
    public async Task WriteCsv(IEnumerable<TRow> rows, Stream to, CancellationToken cancellation)
    {
        var text = new StringBuilder(Flushed * 2);
        text.AppendJoin(',', columns.Select(column => column.Name)).Append("\r\n");
        await using var writer = new StreamWriter(to, WithoutMark, Flushed, leaveOpen: true);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (i > 0)
                {
                    text.Append(',');
                }

                columns[i].Append(row, text);
            }

            text.Append("\r\n");
            if (text.Length > Flushed)
            {
                await writer.WriteAsync(text, cancellation);
                text.Clear();
            }
        }

        await writer.WriteAsync(text, cancellation);
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

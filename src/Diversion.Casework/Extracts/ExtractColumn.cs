using NodaTime;
using Parquet;
using Parquet.Schema;

namespace Diversion.Casework.Extracts;

/// <summary>One column of an extract: what it is called, what it means, and how it is written in each format.</summary>
/// <param name="name">The same in every format: lower case, words with underscores.</param>
/// <param name="type">As the dictionary calls it.</param>
/// <param name="means">What it says, in what unit, and what an empty cell means.</param>
internal abstract class ExtractColumn<TRow>(string name, string type, string means)
{
    public string Name => name;

    public string Type => type;

    public string Means => means;

    public abstract DataField Field { get; }

    /// <summary>Appends the value as a cell; nothing for an empty one.</summary>
    public abstract void Append(TRow row, CsvLines line);

    public abstract Task Write(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows, CancellationToken cancellation);
}

internal sealed class TextColumn<TRow>(string name, string means, Func<TRow, string?> value) : ExtractColumn<TRow>(name, "text", means)
{
    public override DataField Field { get; } = new DataField<string>(name);

    public override void Append(TRow row, CsvLines line)
    {
        if (value(row) is { } text)
        {
            line.Append(text);
        }
    }

    public override Task Write(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows, CancellationToken cancellation)
    {
        var values = new string?[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return group.WriteAsync(Field, values!);
    }
}

internal sealed class DayColumn<TRow>(string name, string means, Func<TRow, LocalDate?> value) : ExtractColumn<TRow>(name, "date", means)
{
    public override DataField Field { get; } = new DataField<DateOnly?>(name);

    public override void Append(TRow row, CsvLines line)
    {
        if (value(row) is { } day)
        {
            line.Append(day);
        }
    }

    public override Task Write(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows, CancellationToken cancellation)
    {
        var values = new DateOnly?[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i])?.ToDateOnly();
        }

        return group.WriteAsync<DateOnly>(Field, values.AsMemory(), null, null, cancellation);
    }
}

internal sealed class NumberColumn<TRow>(string name, string means, Func<TRow, decimal?> value) : ExtractColumn<TRow>(name, "number", means)
{
    public override DataField Field { get; } = new DataField<double?>(name);

    public override void Append(TRow row, CsvLines line)
    {
        if (value(row) is { } number)
        {
            line.Append(number);
        }
    }

    public override Task Write(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows, CancellationToken cancellation)
    {
        var values = new double?[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (double?)value(rows[i]);
        }

        return group.WriteAsync<double>(Field, values.AsMemory(), null, null, cancellation);
    }
}

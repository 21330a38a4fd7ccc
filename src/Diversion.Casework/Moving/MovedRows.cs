using System.Buffers;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Moving;

/// <summary>
/// The rows of a programme that are not computed from others: events, messages and idempotency keys of every stream, the
/// access log, faults of feeds, drafts, and when tokens were used. Each is one line of JSON.
/// </summary>
internal static class MovedRows
{
    private const string Partition = "partition";
    private const string Row = "row";
    private const string Properties = "properties";
    private const string NotARow = "a line is not one of a row";

    /// <summary>In the order in which they are exported.</summary>
    public static IReadOnlyList<string> Of { get; } = [Tables.Agreements, Tables.Streams, Tables.Audit, Tables.Feeds, Tables.Drafts, Tables.Settings];

    /// <summary>Whether a row belongs to the programme, and not to the host or to what is computed.</summary>
    public static bool IsOne(string table, string partition, string row) => table switch
    {
        Tables.Agreements or Tables.Streams => row != StreamRows.Snapshot,
        Tables.Audit or Tables.Feeds or Tables.Drafts => true,
        Tables.Settings => partition == ApiTokens.Uses,
        _ => false,
    };

    /// <returns>The first table in which there is something of a programme; null for an empty store.</returns>
    public static async ValueTask<string?> FirstIn(ITableStore store, CancellationToken cancellation)
    {
        foreach (var table in Of)
        {
            await foreach (var row in store.Scan(table, cancellation))
            {
                if (IsOne(table, row.Partition, row.Row))
                {
                    return table;
                }
            }
        }

        return null;
    }

    public static void Write(IBufferWriter<byte> lines, TableRow row)
    {
        using (var json = new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString(Partition, row.Partition);
            json.WriteString(Row, row.Row);
            json.WritePropertyName(Properties);
            json.WriteRawValue(PropertyText.Encode(row.Properties), skipInputValidation: true);
            json.WriteEndObject();
        }

        lines.Write("\n"u8);
    }

    /// <summary>Reads lines that anybody may have written, as transactions that can be written.</summary>
    /// <exception cref="InvalidDataException">A line is not one of <see cref="Write"/>, or of a row that no export has.</exception>
    /// <exception cref="MoveException">A newer program wrote it.</exception>
    public static List<TableTransaction> Read(string table, ReadOnlyMemory<byte> lines)
    {
        var transactions = new List<TableTransaction>();
        var changes = new List<RowChange>();
        string? partition = null;
        long bytes = 0;
        while (!lines.IsEmpty)
        {
            var end = lines.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                throw new InvalidDataException("a line of rows is cut short");
            }

            var (in_, row, properties) = Line(table, lines[..end]);
            if (changes.Count > 0 && (in_ != partition || changes.Count == TableTransaction.MostChanges || bytes + end > TableLimits.MostRowBytes))
            {
                Close();
            }

            partition = in_;
            changes.Add(new RowChange.Upsert(row, properties));
            bytes += end;
            lines = lines[(end + 1)..];
        }

        if (changes.Count > 0)
        {
            Close();
        }

        return transactions;

        void Close()
        {
            var transaction = new TableTransaction(table, partition!, [.. changes]);
            TableLimits.Check(transaction, []);
            transactions.Add(transaction);
            changes.Clear();
            bytes = 0;
        }
    }

    private static (string Partition, string Row, Dictionary<string, object> Properties) Line(string table, ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var (partition, row) = (Text(root, Partition), Text(root, Row));
        if (!root.TryGetProperty(Properties, out var values) || values.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException(NotARow);
        }

        if (!IsOne(table, partition, row))
        {
            throw new InvalidDataException($"it has a row that no export has in {table}");
        }

        if (table is Tables.Agreements or Tables.Streams && RegisteredStreams.Kinds.Of(table, partition) is null)
        {
            throw new MoveException($"The export contains the stream {partition}, of a kind that this program does not know. Import it with the version of Diversion that wrote it, or a later one. Nothing was imported.");
        }

        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var property in values.EnumerateObject())
        {
            properties[property.Name] = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!,
                JsonValueKind.Number when property.Value.TryGetInt64(out var number) => number,
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Object or JsonValueKind.Array => property.Value.GetRawText(),
                _ => throw new InvalidDataException($"a row of {table} has a value that no row can have"),
            };
        }

        return (partition, row, properties);
    }

    private static string Text(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new InvalidDataException(NotARow);
}

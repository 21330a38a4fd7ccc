using System.Text;
using System.Text.Json;
using Diversion.Casework.Storage;

namespace Diversion.Functions.Azure.Storage;

/// <summary>
/// Following transactions as JSON, kept until they are applied. It is stored, so what was once written must stay readable.
/// </summary>
internal static class TransactionText
{
    public static string Write(IReadOnlyList<TableTransaction> transactions)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var transaction in transactions)
            {
                json.WriteStartObject();
                json.WriteString("table", transaction.Table);
                json.WriteString("partition", transaction.Partition);
                json.WriteStartArray("changes");
                foreach (var change in transaction.Changes)
                {
                    Write(json, change);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    public static IReadOnlyList<TableTransaction> Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        return
        [
            .. json.RootElement.EnumerateArray().Select(transaction => new TableTransaction(
                transaction.GetProperty("table").GetString()!,
                transaction.GetProperty("partition").GetString()!,
                [.. transaction.GetProperty("changes").EnumerateArray().Select(Change)])),
        ];
    }

    private static void Write(Utf8JsonWriter json, RowChange change)
    {
        json.WriteStartObject();
        json.WriteString("row", change.RowKey);
        if (change is RowChange.Upsert upsert)
        {
            json.WriteStartObject("upsert");
            foreach (var (name, value) in upsert.Properties)
            {
                switch (Utf8Json.AsText(value))
                {
                    case string text:
                        json.WriteString(name, text);
                        break;
                    case long number:
                        json.WriteNumber(name, number);
                        break;
                    default:
                        json.WriteBoolean(name, (bool)value);
                        break;
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static RowChange Change(JsonElement change)
    {
        var row = change.GetProperty("row").GetString()!;
        return change.TryGetProperty("upsert", out var properties)
            ? new RowChange.Upsert(row, properties.EnumerateObject().ToDictionary(property => property.Name, property => Value(property.Value), StringComparer.Ordinal))
            : new RowChange.Delete(row);
    }

    private static object Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetInt64(),
        _ => value.GetBoolean(),
    };
}

using System.Text;
using Azure;
using Azure.Data.Tables;
using Diversion.Casework.Storage;

namespace Diversion.Functions.Azure.Storage;

/// <summary>
/// Rows as entities. A text that is too long for one property is cut into pieces: the first under the property's own name,
/// the others under <c>name__1</c>, <c>name__2</c> and so on.
/// </summary>
internal static class Entities
{
    private const string Mark = "__";

    public static TableEntity Of(string partition, string row, IReadOnlyDictionary<string, object> properties)
    {
        var entity = new TableEntity(partition, row);
        foreach (var (name, written) in properties)
        {
            var value = Utf8Json.AsText(written);
            if (value is string { Length: > TableLimits.PieceLength } text)
            {
                Cut(entity, name, text);
            }
            else
            {
                entity[name] = value;
            }
        }

        return entity;
    }

    public static TableTransactionAction Action(string partition, RowChange change) => change switch
    {
        RowChange.Insert insert => new(TableTransactionActionType.Add, Of(partition, insert.Row, insert.Properties)),
        RowChange.Upsert upsert => new(TableTransactionActionType.UpsertReplace, Of(partition, upsert.Row, upsert.Properties)),
        RowChange.Replace replace => new(TableTransactionActionType.UpdateReplace, Of(partition, replace.Row, replace.Properties), new ETag(replace.ETag)),
        RowChange.Delete { ETag: { } etag } => new(TableTransactionActionType.Delete, new TableEntity(partition, change.RowKey), new ETag(etag)),
        _ => new(TableTransactionActionType.Delete, new TableEntity(partition, change.RowKey), ETag.All),
    };

    public static TableRow Row(TableEntity entity)
    {
        var properties = new Dictionary<string, object>(entity.Count, StringComparer.Ordinal);
        foreach (var (name, value) in entity)
        {
            if (IsOfCaller(name))
            {
                properties[name] = entity.ContainsKey(Piece(name, 1)) ? Joined(entity, name) : value;
            }
        }

        return new TableRow(entity.PartitionKey, entity.RowKey, properties, entity.ETag.ToString());
    }

    /// <summary>A whole text in one of the adapter's own entities.</summary>
    public static string Joined(TableEntity entity, string name)
    {
        var text = new StringBuilder((string)entity[name]);
        for (var n = 1; entity.TryGetValue(Piece(name, n), out var piece); n++)
        {
            text.Append((string)piece);
        }

        return text.ToString();
    }

    private static void Cut(TableEntity entity, string name, string text)
    {
        var n = 0;
        for (var start = 0; start < text.Length; n++)
        {
            var end = Math.Min(text.Length, start + TableLimits.PieceLength);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
            {
                end--;
            }

            entity[n == 0 ? name : Piece(name, n)] = text[start..end];
            start = end;
        }
    }

    private static string Piece(string name, int n) => $"{name}{Mark}{n}";

    private static bool IsOfCaller(string name) =>
        !name.Contains(Mark, StringComparison.Ordinal)
        && name is not ("PartitionKey" or "RowKey" or "Timestamp")
        && !name.StartsWith("odata.", StringComparison.Ordinal);
}

using System.Globalization;
using System.Text;
using Diversion.Casework.Storage;

namespace Diversion.Local.Storage;

/// <summary>A change as the bytes that will be bound, so that the one writer does nothing that its callers could do in parallel.</summary>
/// <param name="Expected">For a replace, and a delete with an ETag: the version that the row must have.</param>
internal readonly record struct EncodedChange(
    string Table, EncodedChange.Kind What, byte[] Partition, byte[] Row, byte[] Properties, long Expected)
{
    internal enum Kind
    {
        Insert,
        Upsert,
        Replace,
        Delete,
        DeleteIf,
    }

    public bool IsConditional => What is Kind.Insert or Kind.Replace or Kind.DeleteIf;

    public int Bytes => Partition.Length + Row.Length + Properties.Length;

    public static EncodedChange Of(string table, byte[] partition, RowChange change)
    {
        var row = Encoding.UTF8.GetBytes(change.RowKey);
        return change switch
        {
            RowChange.Insert insert => new(table, Kind.Insert, partition, row, PropertyText.Encode(insert.Properties), 0),
            RowChange.Upsert upsert => new(table, Kind.Upsert, partition, row, PropertyText.Encode(upsert.Properties), 0),
            RowChange.Replace replace => new(table, Kind.Replace, partition, row, PropertyText.Encode(replace.Properties), Version(replace.ETag)),
            RowChange.Delete { ETag: { } etag } => new(table, Kind.DeleteIf, partition, row, [], Version(etag)),
            _ => new(table, Kind.Delete, partition, row, [], 0),
        };
    }

    public static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>An ETag that is not ours matches no row, which is a conflict.</summary>
    private static long Version(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}

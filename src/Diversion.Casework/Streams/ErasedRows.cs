using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Streams;

/// <summary>
/// Events from which what names a person was taken out. The hash chain goes on holding, since it covers the hash of the
/// content and not the content; what is left is covered by the digest in the event that ends the erasure.
/// </summary>
internal static class ErasedRows
{
    private const string Flag = "erased";

    /// <summary>What is left is written in the present version; the row keeps the one that its hash covers.</summary>
    private const string DataVersion = "dataVersion";

    public static bool IsErased(TableRow row) => row.Flag(Flag);

    public static int VersionOf(TableRow row) => (int)(row.NumberOrNull(DataVersion) ?? row.Number("version"));

    /// <summary>Without the reason, and with the content that is left.</summary>
    public static TableRow Of(TableRow row, byte[] left, int version)
    {
        var properties = row.Properties.Where(property => property.Key != "reason").ToDictionary();
        properties["data"] = Encoding.UTF8.GetString(left);
        properties[Flag] = true;
        properties[DataVersion] = (long)version;
        return row with { Properties = properties };
    }

    /// <param name="erased">In the order of their numbers.</param>
    public static string Digest(IEnumerable<TableRow> erased) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(erased.Select(row => $"{StreamRows.NumberOf(row)}\n{StreamRows.DataHash(row.Json("data"), null)}\n")))));
}

using System.Text.Json;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;

namespace Diversion.Casework.Maintenance;

/// <summary>Whether what is left in the erased events of one stream is what was left when they were erased.</summary>
internal sealed class ErasureCheck
{
    private const string Ends = "erased";
    private const string DigestOf = "digest";

    private readonly List<TableRow> erased = [];
    private bool ended;

    /// <summary>Events were erased, and no event says that the erasure is complete.</summary>
    public bool IsUnfinished => erased.Count > 0 && !ended;

    /// <param name="row">The next event.</param>
    /// <returns>What is wrong, with what to do; null when nothing is.</returns>
    public string? Fault(TableRow row)
    {
        if (ErasedRows.IsErased(row))
        {
            erased.Add(row);
            return null;
        }

        if (erased.Count == 0 || row.Text("name").Split('.')[^1] != Ends)
        {
            return null;
        }

        ended = true;
        using var data = JsonDocument.Parse(row.Text("data"));
        return data.RootElement.GetProperty(DigestOf).GetString() == ErasedRows.Digest(erased)
            ? null
            : "what was left of the erased events was changed afterwards. Restore the data folder from a backup; do not edit it.";
    }
}

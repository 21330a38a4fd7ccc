using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.HarmTables;

/// <summary>The harm index that is used now.</summary>
/// <param name="Name">The index's own version, as its publisher names it: <c>2020</c>.</param>
/// <param name="Checksum">SHA-256 of the imported file, in lower-case hexadecimal: results name it.</param>
/// <param name="Values">By classification, each once.</param>
public sealed record HarmTable(int Version, string Name, string Checksum, ImmutableArray<HarmValue> Values, StaffRef By, Instant At) : IStreamState
{
    public static HarmTable Evolve(HarmTable? table, HarmTableEvent happened) => happened switch
    {
        HarmTableEvent.IndexImported e => new HarmTable((table?.Version ?? 0) + 1, e.Name, e.Checksum, e.Values, e.By, e.At),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };
}

using Diversion.Domain.Agreements;

namespace Diversion.Domain.HarmTables;

/// <summary>Something that happened to the harm index. A stored event is a contract, as an agreement's.</summary>
public abstract record HarmTableEvent
{
    private HarmTableEvent()
    {
    }

    /// <param name="Name">The index's own version, as its publisher names it.</param>
    /// <param name="Checksum">SHA-256 of the file.</param>
    /// <param name="Values">The whole index; the one before it is no longer used.</param>
    public sealed record IndexImported(string Name, string Checksum, ImmutableArray<HarmValue> Values, StaffRef By, Instant At) : HarmTableEvent;
}

using Diversion.Domain.Agreements;

namespace Diversion.Domain.OffenceCodes;

/// <summary>Something that happened to the table of offence codes. A stored event is a contract, as an agreement's.</summary>
public abstract record OffenceTableEvent
{
    private OffenceTableEvent()
    {
    }

    /// <param name="Codes">The whole table; the one before it is no longer used.</param>
    public sealed record TableImported(ImmutableArray<OffenceCode> Codes, StaffRef By, Instant At) : OffenceTableEvent;
}

using Diversion.Domain.Agreements;

namespace Diversion.Domain.Keeping;

/// <summary>How long the record is kept.</summary>
/// <param name="Holds">While there is one, nothing of the record is erased. Lifted ones are left out.</param>
/// <param name="LastHold">The number of the hold that was placed last.</param>
/// <param name="Until">A lead looked at the record and keeps it until this day; null when none did.</param>
/// <param name="Ordered">A lead ordered the erasure; nothing is recorded after it.</param>
/// <param name="ErasedAt">When nothing of the person was left in the record.</param>
public sealed record KeepingState(
    ImmutableArray<Hold> Holds,
    int LastHold = 0,
    LocalDate? Until = null,
    ErasureOrder? Ordered = null,
    Instant? ErasedAt = null)
{
    public static readonly KeepingState None = new([]);

    /// <summary>The name that an erased record has.</summary>
    public const string ErasedName = "Erased";
}

/// <param name="Number">In the agreement, from 1.</param>
public sealed record Hold(int Number, HoldCause Cause, StaffRef By, Instant At);

/// <param name="Request">The reference of the request or order; null without one.</param>
public sealed record ErasureOrder(ErasureGround Ground, string? Request, string ById, Instant At);

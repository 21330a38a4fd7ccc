namespace Diversion.Casework.Access;

/// <summary>Which parts of a record may be seen.</summary>
/// <param name="Record">The case at all.</param>
/// <param name="Person">More of the person than the name: birth, address, contact.</param>
/// <param name="Offence">Offence, eligibility, risk, charge-by.</param>
/// <param name="Victim">The victim's details and views.</param>
/// <param name="Notes">Supervision notes and what was written about attendance.</param>
/// <param name="Timeline">Everything that happened, with who and why.</param>
/// <param name="NeedsReason">The case is not the viewer's: access needs a reason and is logged (Data Protection Act 2018 s.62).</param>
public sealed record Sight(bool Record, bool Person, bool Offence, bool Victim, bool Notes, bool Timeline, bool NeedsReason = false)
{
    /// <summary>Work that waits for the viewer is the reason: it is logged with the access, and the viewer is not asked for one.</summary>
    public string? KnownReason { get; init; }

    /// <summary>Whether the viewer has access without being asked for a reason.</summary>
    public bool IsOpen => Record && (!NeedsReason || KnownReason is not null);

    public static readonly Sight Full = new(true, true, true, true, true, true);
    public static readonly Sight Police = new(true, true, true, true, false, true);
    public static readonly Sight Facilitator = new(true, false, false, true, false, false);
    public static readonly Sight Provider = new(true, false, false, false, false, false);
    public static readonly Sight Nothing = new(false, false, false, false, false, false);
}

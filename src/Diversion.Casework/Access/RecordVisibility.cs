namespace Diversion.Casework.Access;

/// <summary>Which parts of a record may be seen.</summary>
public sealed record RecordVisibility
{
    /// <summary>The case at all.</summary>
    public bool Record { get; private init; }

    /// <summary>More of the person than the name: birth, address, contact.</summary>
    public bool Person { get; private init; }

    /// <summary>Offence, eligibility, risk, charge-by.</summary>
    public bool Offence { get; private init; }

    /// <summary>Details and views of victims: of all, or of <see cref="OnlyVictims"/>.</summary>
    public bool Victim { get; private init; }

    /// <summary>The numbers of the victims whom the viewer works with; null for all of the case.</summary>
    public IReadOnlyList<int>? OnlyVictims { get; init; }

    /// <summary>A complaint may be about the facilitator, so it is for those who see every victim.</summary>
    public bool SeesRequests(int number) => SeesVictim(number) && OnlyVictims is null;

    /// <param name="number">Null for what says that there is no victim.</param>
    public bool SeesVictim(int? number) => Victim && (OnlyVictims is null || (number is { } victim && OnlyVictims.Contains(victim)));

    /// <summary>Supervision notes and what was written about attendance.</summary>
    public bool Notes { get; private init; }

    /// <summary>What the person says against a warning.</summary>
    public bool Objections { get; init; }

    /// <summary>What is complained of, and by whom.</summary>
    public bool Complaints { get; init; }

    /// <summary>The numbers of the complaints of which the viewer is told nothing, because they are about the viewer.</summary>
    public IReadOnlyList<int> ComplaintsOfViewer { get; init; } = [];

    public bool SeesComplaint(int number) => Timeline && !ComplaintsOfViewer.Contains(number);

    public bool ReadsComplaint(int number) => Complaints && SeesComplaint(number);

    /// <summary>Everything that happened, with who and why.</summary>
    public bool Timeline { get; private init; }

    /// <summary>Beside their own part, what their organisation is told by a sharing agreement.</summary>
    public bool BySharing { get; private init; }

    /// <summary>The case is not the viewer's: access needs a reason and is logged (Data Protection Act 2018 s.62).</summary>
    public bool NeedsReason { get; init; }

    /// <summary>Work that waits for the viewer is the reason: it is logged with the access, and the viewer is not asked for one.</summary>
    public string? KnownReason { get; init; }

    /// <summary>Whether the viewer has access without being asked for a reason.</summary>
    public bool IsOpen => Record && (!NeedsReason || KnownReason is not null);

    public static readonly RecordVisibility Nothing = new();
    public static readonly RecordVisibility Full = new() { Record = true, Person = true, Offence = true, Victim = true, Notes = true, Objections = true, Complaints = true, Timeline = true };
    public static readonly RecordVisibility Police = Full with { Notes = false, Objections = false, Complaints = false };
    /// <summary>The person themselves, as far as one rule can say it: whatever of it names others is left out word by word.</summary>
    public static readonly RecordVisibility Subject = Full with { Victim = false };

    public static readonly RecordVisibility Facilitator = new() { Record = true, Victim = true };
    public static readonly RecordVisibility Provider = new() { Record = true, BySharing = true };
}

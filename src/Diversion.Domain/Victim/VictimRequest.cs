namespace Diversion.Domain.Victim;

/// <summary>A review of a decision, or a complaint, that a victim asked for.</summary>
/// <param name="Number">Among the requests of this victim, from 1.</param>
/// <param name="On">The day on which they asked.</param>
/// <param name="About">What they ask or complain of.</param>
/// <param name="Decider">Whose decision or conduct it is about: rank and name, or the name of somebody who has no rank.</param>
public sealed record VictimRequest(int Number, VictimRequestKind Kind, LocalDate On, string About, string Decider)
{
    /// <summary>Null until they were told that it has come.</summary>
    public VictimContact? Acknowledged { get; init; }

    /// <summary>Null until they were told the outcome.</summary>
    public VictimContact? Answered { get; init; }

    public VictimRequestOutcome? Outcome { get; init; }

    /// <summary>Rank and name of who looked at it; null before, and when it was withdrawn.</summary>
    public string? Reviewer { get; init; }
}

public enum VictimRequestKind
{
    /// <summary>Victims' right to review.</summary>
    Review,
    Complaint,
}

public enum VictimRequestOutcome
{
    Upheld,
    PartlyUpheld,
    NotUpheld,

    /// <summary>The victim does not want it any more.</summary>
    Withdrawn,
}

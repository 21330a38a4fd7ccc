using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Trials;

/// <summary>A case's place in a trial; what happened afterwards never changes it.</summary>
/// <param name="Trial">Null for an arm that was typed by hand, by an earlier version or another programme.</param>
/// <param name="Code">Of the arm in the protocol.</param>
/// <param name="Stratum">One value of each factor: <c>medium/theft/female</c>.</param>
/// <param name="Position">In the stratum's sequence, from an earlier version; 0: only the trial knows it.</param>
public sealed record TrialAllocation(string? Trial, TrialArm Arm, string Code, string Stratum, int Position, Instant At)
{
    /// <summary>Over the whole trial; 0 for a typed arm.</summary>
    public int Number { get; init; }

    /// <summary>The earlier case of the same person in which it was drawn; such a case is not analysed a second time.</summary>
    public AgreementId? FirstCase { get; init; }

    /// <summary>Whether the person's data may be used for research; null where nobody was asked.</summary>
    public bool? ResearchConsent { get; init; }

    /// <summary>What somebody recorded that the person received against the allocation; null when nobody did.</summary>
    public Crossover? Crossover { get; init; }
}

/// <param name="Received">The arm that the person in fact received.</param>
public sealed record Crossover(TrialArm Received, LocalDate On, string Reason, StaffRef By, Instant At);

/// <summary>A lead left the case out of the open trial, before anything was drawn.</summary>
public sealed record LeftOut(string Trial, string Reason, StaffRef By, Instant At);

using Diversion.Domain.Agreements;

namespace Diversion.Domain.Sharing;

/// <summary>What one organisation may be told for one purpose.</summary>
/// <param name="Number">In the programme, from 1, given once: what a person agrees to is this agreement and no later one.</param>
/// <param name="StartsOn">The first day on which anything is shown.</param>
/// <param name="ReviewOn">The day by which leads look at it again; chased from then on.</param>
/// <param name="Review">With the instants at which leads are told.</param>
/// <param name="Reference">Where the paper is kept.</param>
public sealed record SharingAgreement(int Number, string Organisation, SharingPurpose Purpose, SharingBasis Basis, LocalDate StartsOn, LocalDate ReviewOn, Deadline Review, string? Reference = null)
{
    /// <summary>How many instants of the ladder have passed.</summary>
    public int Step { get; init; }

    /// <summary>When leads are reminded next; null once the ladder is climbed.</summary>
    public Instant? NextReminder => Step < Review.Ladder.Length ? Review.Ladder[Step] : null;

    public bool NeedsConsent => Basis == SharingBasis.Consent;

    public bool IsInForce(LocalDate today) => StartsOn <= today;
}

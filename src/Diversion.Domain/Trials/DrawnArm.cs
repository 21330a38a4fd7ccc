using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Trials;

/// <summary>
/// What a trial allocated to a person, as their case is to record it. The position in the stratum's sequence stays with the
/// trial: whoever sees enough cases would learn how far a block has come, and could foresee the next arm.
/// </summary>
/// <param name="Number">Over the whole trial.</param>
/// <param name="Code">Of the arm in the protocol.</param>
public sealed record DrawnArm(string Trial, int Number, TrialArm Arm, string Code, string Stratum, Instant At)
{
    /// <summary>The case of the same person in which it was drawn; null when it is this one.</summary>
    public AgreementId? FirstCase { get; init; }

    /// <summary>Null where the protocol does not ask.</summary>
    public bool? ResearchConsent { get; init; }

    /// <summary>Stands for whatever would be drawn: for finding out whether it may be, and for nothing else.</summary>
    internal static readonly DrawnArm Example = new("example", 1, TrialArm.Programme, "programme", "example", Instant.FromUtc(2000, 1, 1, 0, 0));
}

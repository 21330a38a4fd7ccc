using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Papers;

/// <summary>The agreement from one change to the next.</summary>
/// <param name="Number">1 as signed, one more with each variation, substitution, waiver and extension.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who recorded the signing, or decided the change.</param>
/// <param name="Breach">The breach that was decided in this way; null when there was none.</param>
/// <param name="Agreed">The person's agreement; null when they did not have to agree, or nobody recorded it.</param>
/// <param name="Conditions">The conditions of this version, in the order in which they were added.</param>
/// <param name="State">The state after the version was made.</param>
internal sealed record AgreementVersion(
    int Number,
    Instant At,
    Actor By,
    string? Reason,
    int? Breach,
    PersonAgreed? Agreed,
    LocalDate LastDay,
    LocalDate? LastDayBefore,
    IReadOnlyList<VersionCondition> Conditions,
    IReadOnlyList<VersionCondition> Added,
    IReadOnlyList<VersionCondition> Removed,
    AgreementState State)
{
    /// <summary>The offences that were taken in with this version.</summary>
    public IReadOnlyList<Domain.Referral.Offence> TakenIn { get; init; } = [];

    public string Title => Number == 1 ? "Version 1, as signed" : $"Version {Number}";
}

/// <param name="Id">Of the condition.</param>
/// <param name="Status">When the version was made.</param>
internal sealed record VersionCondition(string Id, ConditionTerms Terms, ConditionStatus Status);

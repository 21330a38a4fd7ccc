using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>The agreement as it stood from one change to the next.</summary>
/// <param name="Number">1 as signed, one more with each variation, substitution, waiver and extension.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who recorded the signing, or decided the change.</param>
/// <param name="Breach">The breach that was decided so; null when it was no part of that.</param>
/// <param name="Agreed">The person's agreement; null when nothing was asked of them, or nobody recorded it.</param>
/// <param name="Conditions">Those that stand in it, in the order in which they came.</param>
/// <param name="State">As the version left it.</param>
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
    public string Title => Number == 1 ? "Version 1, as signed" : $"Version {Number}";
}

/// <param name="Id">Of the condition.</param>
/// <param name="Status">When the version was made.</param>
internal sealed record VersionCondition(string Id, ConditionTerms Terms, ConditionStatus Status);

using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Queries;

/// <summary>What the scheme's rules speak of by name, so that whoever refers chooses the same names.</summary>
/// <param name="HomeDistricts">Where a person must live, as <paramref name="OffenceDistricts"/> where the offence must have been.</param>
/// <param name="ExcludedGroups">Offence groups that the scheme shuts out.</param>
/// <param name="OffenceGroups">All groups of the vocabulary.</param>
/// <param name="Orders">All orders of the vocabulary but "none".</param>
public sealed record ReferralChoices(
    IReadOnlyList<string> HomeDistricts,
    IReadOnlyList<string> OffenceDistricts,
    IReadOnlyList<string> ExcludedGroups,
    IReadOnlyList<VocabularyTerm> OffenceGroups,
    IReadOnlyList<VocabularyTerm> Orders);

/// <summary>Of the programme's scheme as it is today.</summary>
public sealed class ReferralChoicesQuery(Rulebook rulebook)
{
    public ReferralChoices Of(Instant now)
    {
        var rules = rulebook.Schemes.InForce(rulebook.Programme.Scheme, WorkingCalendar.DateOf(now))?.Eligibility ?? [];
        IReadOnlyList<string> Named(EligibilityTest test) =>
            [.. rules.Where(rule => rule.Test == test).SelectMany(rule => rule.Values).Distinct(StringComparer.OrdinalIgnoreCase)];
        return new ReferralChoices(
            Named(EligibilityTest.HomeDistrictIn),
            Named(EligibilityTest.OffenceDistrictIn),
            Named(EligibilityTest.OffenceGroupNotIn),
            rulebook.Schemes.Vocabulary.OffenceGroups.Terms,
            [.. rulebook.Schemes.Vocabulary.CurrentOrders.Terms.Where(term => term.Code != Vocabulary.None)]);
    }
}

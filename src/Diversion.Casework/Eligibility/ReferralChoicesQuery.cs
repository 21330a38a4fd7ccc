using Diversion.Casework.Programmes;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Eligibility;

/// <summary>The names that the scheme's rules use, so that the referrer chooses from the same names.</summary>
/// <param name="HomeDistricts">Districts where a person must live; <paramref name="OffenceDistricts"/> where the offence
/// must have been.</param>
/// <param name="ExcludedGroups">Offence groups that the scheme excludes.</param>
/// <param name="OffenceGroups">All groups of the vocabulary.</param>
/// <param name="Orders">All orders of the vocabulary except "none".</param>
/// <param name="Routes">The routes that are open today, the usual one first.</param>
public sealed record ReferralChoices(
    IReadOnlyList<string> HomeDistricts,
    IReadOnlyList<string> OffenceDistricts,
    IReadOnlyList<string> ExcludedGroups,
    IReadOnlyList<VocabularyTerm> OffenceGroups,
    IReadOnlyList<VocabularyTerm> Orders,
    IReadOnlyList<RouteRules> Routes);

/// <summary>For the version of the programme's scheme that is in force today.</summary>
public sealed class ReferralChoicesQuery(Rulebook rulebook)
{
    public ReferralChoices Of(Instant now)
    {
        var today = WorkingCalendar.DateOf(now);
        var scheme = rulebook.Schemes.InForce(rulebook.Programme.Scheme, today);
        var rules = scheme?.Eligibility ?? [];
        IReadOnlyList<string> Named(EligibilityTest test) =>
            [.. rules.Where(rule => rule.Test == test).SelectMany(rule => rule.Values).Distinct(StringComparer.OrdinalIgnoreCase)];
        return new ReferralChoices(
            Named(EligibilityTest.HomeDistrictIn),
            Named(EligibilityTest.OffenceDistrictIn),
            Named(EligibilityTest.OffenceGroupNotIn),
            rulebook.Schemes.Vocabulary.OffenceGroups.Terms,
            [.. rulebook.Schemes.Vocabulary.CurrentOrders.Terms.Where(term => term.Code != Vocabulary.None)],
            scheme is null ? [] : [.. scheme.AllRoutes().Where(route => route.IsOpenOn(today))]);
    }
}

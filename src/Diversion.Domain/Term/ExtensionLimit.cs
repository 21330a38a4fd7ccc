using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Term;

/// <summary>How far a term can still be extended.</summary>
/// <param name="DaysLeft">What is left of the scheme's allowance for the whole agreement.</param>
/// <param name="LatestDay">The latest last day within both the allowance and the charge-by margin; may be before the present one.</param>
/// <param name="ByChargeBy">The charge-by date, not the allowance, is the limit.</param>
public sealed record ExtensionLimit(int DaysLeft, LocalDate LatestDay, bool ByChargeBy)
{
    /// <param name="state">The state of a signed agreement.</param>
    public static ExtensionLimit Of(AgreementState state, SchemeRules scheme)
    {
        var term = state.Term!;
        var allowed = ByAllowance(term, scheme);
        var safe = state.Referral.ChargeBy.LatestEnd(scheme.ChargeBy.MarginDays);
        return new ExtensionLimit(Period.Between(term.LastDay, allowed, PeriodUnits.Days).Days, safe < allowed ? safe.Value : allowed, safe < allowed);
    }

    /// <summary>The first day that an extension may end on: after the present last day, and not in the past. It may be today.</summary>
    public static LocalDate EarliestDay(TermState term, LocalDate today) => LocalDate.Max(term.LastDay.PlusDays(1), today);

    internal static LocalDate ByAllowance(TermState term, SchemeRules scheme) =>
        term.LastDay.PlusDays(scheme.Breach.MostExtensionDays - term.ExtendedDays);
}

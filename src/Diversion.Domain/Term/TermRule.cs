using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Term;

/// <summary>How long an agreement runs, and how near the charge-by date it may end.</summary>
public static class TermRule
{
    /// <summary>Months end on the day of the same number, or the last day of a shorter month.</summary>
    public static LocalDate LastDay(LocalDate signedOn, TermRules term) =>
        term.Months > 0 ? signedOn.PlusMonths(term.Months) : signedOn.PlusWeeks(term.Weeks);

    /// <summary>The latest day of signing with which the term ends by the margin before the charge-by date; null without a limit.</summary>
    public static LocalDate? LatestSigning(ChargeBy chargeBy, SchemeRules scheme)
    {
        if (chargeBy.LatestEnd(scheme.ChargeBy.MarginDays) is not { } latestEnd)
        {
            return null;
        }

        var day = scheme.Term.Months > 0 ? latestEnd.PlusMonths(-scheme.Term.Months) : latestEnd.PlusWeeks(-scheme.Term.Weeks);

        // Month ends: 31 October and 30 October both lead to 28 February, so a later day may also be possible.
        while (LastDay(day.PlusDays(1), scheme.Term) <= latestEnd)
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    /// <summary>Null when the margin before the charge-by date is kept.</summary>
    /// <param name="what">The start of the refusal's sentence.</param>
    public static Refusal? CheckChargeBy(ChargeBy chargeBy, LocalDate lastDay, SchemeRules scheme, string what)
    {
        if (chargeBy.LatestEnd(scheme.ChargeBy.MarginDays) is not { } latestEnd || lastDay <= latestEnd)
        {
            return null;
        }

        return new Refusal.RuleForbids(
            RefusalCode.ChargeByTooClose,
            $"{what} would end on {Words.Date(lastDay)}. Charge must be brought by {Words.Date(chargeBy.Date!.Value)}, and {scheme.ChargeBy.MarginDays} days are kept clear: the latest safe end is {Words.Date(latestEnd)}"
            + (LatestSigning(chargeBy, scheme) is { } signing ? $" (latest signing {Words.Date(signing)})." : "."));
    }
}

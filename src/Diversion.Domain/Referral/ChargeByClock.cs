namespace Diversion.Domain.Referral;

/// <summary>The last day on which proceedings can begin.</summary>
/// <param name="Date">Null when there is no time limit.</param>
/// <param name="Rule">Which limit applies, see <see cref="RuleTexts"/>.</param>
public sealed record ChargeBy(LocalDate? Date, string Rule)
{
    /// <summary>The latest last day of a term that still keeps the margin.</summary>
    public LocalDate? LatestEnd(int marginDays) => Date?.PlusDays(-marginDays);
}

public static class ChargeByClock
{
    /// <summary>The earliest limit of all offences of a case.</summary>
    public static ChargeBy For(ImmutableArray<Offence> offences) =>
        offences.Select(For).Aggregate((first, next) => next.Date is { } date && !(date >= first.Date) ? next : first);

    /// <remarks>A limit of months ends on the day of the same number, or else on the last day of the month (Dodds v Walker
    /// [1981] 1 WLR 1027); NodaTime counts in the same way. Ages are counted differently, see <see
    /// cref="Time.Anniversary"/>.
    /// </remarks>
    public static ChargeBy For(Offence offence)
    {
        if (offence.Class != OffenceClass.SummaryOnly)
        {
            return new ChargeBy(null, RuleIds.ChargeByNone);
        }

        if (!offence.DomesticAssault)
        {
            return new ChargeBy(offence.CommittedOn.PlusMonths(6), RuleIds.ChargeBySummary);
        }

        var withinTwoYears = offence.CommittedOn.PlusYears(2);
        var sinceStatement = (offence.FirstStatementOn ?? offence.CommittedOn).PlusMonths(6);
        return new ChargeBy(LocalDate.Min(withinTwoYears, sinceStatement), RuleIds.ChargeByDomestic);
    }
}

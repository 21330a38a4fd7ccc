using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.FollowUps;

/// <summary>
/// Which offences count as reoffences, and when that is final: committed after the first day and within the months of
/// follow-up, with a counted outcome within those months or the months of waiting.
/// </summary>
/// <remarks>
/// Ministry of Justice, proven reoffending statistics: 12 months of follow-up, and 6 more for the case to be proven by
/// conviction or caution. Both ends are included: from the day after the start to the same day of the last month. A person
/// who died or moved abroad before the end is left out of shares, whatever happened until then, because leaving out only
/// those without a reoffence would raise the rate; curves over time count them until they left.
/// </remarks>
/// <param name="Months">Of follow-up.</param>
/// <param name="WaitingMonths">For the outcome of an offence that was committed in time.</param>
/// <param name="Outcomes">Those that count.</param>
public sealed record ReoffendingRule(string Name, int Months, int WaitingMonths, ImmutableArray<ReoffenceOutcome> Outcomes)
{
    private static readonly ImmutableArray<ReoffenceOutcome> Proven = [ReoffenceOutcome.Conviction, ReoffenceOutcome.Caution];
    private static readonly ImmutableArray<ReoffenceOutcome> OutOfCourt = [ReoffenceOutcome.Outcome22, ReoffenceOutcome.CommunityResolution];

    public static ReoffendingRule Proven12 { get; } = new("Proven reoffending within 12 months", 12, 6, Proven);

    public static ReoffendingRule Proven24 { get; } = new("Proven reoffending within 24 months", 24, 6, Proven);

    /// <summary>The second measure: what the police dealt with out of court, which the first leaves out.</summary>
    public static ReoffendingRule OutOfCourt12 { get; } = new("Outcome 22 or community resolution within 12 months", 12, 6, OutOfCourt);

    /// <summary>The same for 24 months.</summary>
    public static ReoffendingRule OutOfCourt24 { get; } = new("Outcome 22 or community resolution within 24 months", 24, 6, OutOfCourt);

    /// <summary>Last day on which an offence counts.</summary>
    public LocalDate LastDay(LocalDate start) => start.PlusMonths(Months);

    /// <summary>Last day on which its outcome counts. When the records were searched up to it, the answer is final.</summary>
    public LocalDate FinalOn(LocalDate start) => start.PlusMonths(Months + WaitingMonths);

    public bool Counts(Reoffence reoffence, LocalDate start) => Counts(reoffence, start, LastDay(start), FinalOn(start));

    public FollowUpAnswer Ask(FollowUp followUp, LocalDate start)
    {
        var (last, final) = (LastDay(start), FinalOn(start));
        if (followUp.Left is { } left && left.On <= last)
        {
            return new FollowUpAnswer.NotFollowedUp(left.Reason);
        }

        if (followUp.CheckedUntil is not { } until || until < final)
        {
            return new FollowUpAnswer.NotYetKnown(final);
        }

        var counted = Counted(followUp, start, last, final);
        return new FollowUpAnswer.Known(counted, counted.IsEmpty ? null : Days(start, counted[0].OffenceOn), DaysAtRisk(followUp, start, last));
    }

    /// <summary>For curves over time: who left is followed up until then.</summary>
    /// <returns>Days to the first reoffence or to the end of follow-up; null while it is not yet known, or when the person left at once.</returns>
    public Observation? Observe(FollowUp followUp, LocalDate start)
    {
        var lastDay = LastDay(start);
        var last = followUp.Left is { } left && left.On < lastDay ? left.On : lastDay;
        if (followUp.CheckedUntil is not { } until || until < last.PlusMonths(WaitingMonths) || last <= start)
        {
            return null;
        }

        var first = Counted(followUp, start, lastDay, FinalOn(start)).FirstOrDefault(one => one.OffenceOn <= last);
        return first is null ? new Observation(Days(start, last), false) : new Observation(Days(start, first.OffenceOn), true);
    }

    private bool Counts(Reoffence reoffence, LocalDate start, LocalDate last, LocalDate final) =>
        reoffence.OffenceOn > start && reoffence.OffenceOn <= last
        && Outcomes.Contains(reoffence.Outcome)
        && reoffence.ProvenOn is { } proven && proven >= reoffence.OffenceOn && proven <= final;

    /// <summary>In the order of their dates. Most people have none, and most who have some have them in order: then nothing is sorted.</summary>
    private ImmutableArray<Reoffence> Counted(FollowUp followUp, LocalDate start, LocalDate last, LocalDate final)
    {
        if (followUp.Reoffences.IsEmpty)
        {
            return [];
        }

        var (counted, ordered) = (ImmutableArray.CreateBuilder<Reoffence>(followUp.Reoffences.Length), true);
        foreach (var one in followUp.Reoffences)
        {
            if (Counts(one, start, last, final))
            {
                ordered &= counted.Count == 0 || counted[^1].OffenceOn <= one.OffenceOn;
                counted.Add(one);
            }
        }

        return counted.Count == 0 ? []
            : !ordered ? [.. counted.OrderBy(one => one.OffenceOn)]
            : counted.Count == followUp.Reoffences.Length ? followUp.Reoffences
            : counted.ToImmutable();
    }

    /// <summary>Days after the start up to the last, less those in custody; overlapping times count once.</summary>
    private static int DaysAtRisk(FollowUp followUp, LocalDate start, LocalDate last)
    {
        var days = Days(start, last);
        if (followUp.InCustody.IsEmpty)
        {
            return days;
        }

        var counted = start;
        foreach (var custody in followUp.InCustody.OrderBy(one => one.From))
        {
            var from = LocalDate.Max(custody.From.PlusDays(-1), counted);
            var until = LocalDate.Min(custody.Until ?? last, last);
            if (until > from)
            {
                days -= Days(from, until);
                counted = until;
            }
        }

        return days;
    }

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);
}

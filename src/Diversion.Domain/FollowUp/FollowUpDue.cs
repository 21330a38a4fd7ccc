using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.FollowUp;

/// <summary>
/// Everybody who was allocated or signed is followed up, whatever became of the agreement. 12 months after the start the
/// dates of the results are set, by the rules of that day: so an agreement from before there was follow-up has them too.
/// </summary>
internal static class FollowUpDue
{
    /// <summary>Before this nobody measures anything; the scheme's periods are never shorter.</summary>
    private const int MonthsUntilSet = 12;

    public static void Collect(AgreementState state, List<DueMoment> due)
    {
        if (state.FollowUp.Periods.IsEmpty && state.FollowUpStart is { } start)
        {
            due.Add(new DueMoment(
                WorkingCalendar.At(start.PlusMonths(MonthsUntilSet), WorkingCalendar.StartOfBusiness), Tracks.Agreement, DueKind.FollowUpSet, "follow-up", RuleIds.FollowUpResult));
        }
    }

    public static void Fire(DecisionContext context)
    {
        var (start, rules) = (context.State.FollowUpStart!.Value, context.Scheme.FollowUps);
        context.Raise(new FollowUpEvent.FollowUpScheduled(start, [.. rules.AllMonths.Select(months => Period(context, start, months, rules))]));
    }

    private static FollowUpPeriod Period(DecisionContext context, LocalDate start, int months, FollowUpRules rules)
    {
        var final = start.PlusMonths(months + rules.WaitingMonths);
        var deadline = context.InWorkingDays(RuleIds.FollowUpResult, rules.RecordWorkingDays, final);
        return new FollowUpPeriod(months, start.PlusMonths(months), final, deadline with { To = Told(context.Scheme.Escalation) });
    }

    /// <summary>The overdue ladder of every obligation, with the analyst in place of key worker and team manager, who have no part in it.</summary>
    private static ImmutableArray<Addressee> Told(EscalationRules escalation) =>
    [
        Addressee.Analyst,
        .. escalation.Ladder.Select(step => step.To == Addressee.ProgrammeLead ? Addressee.ProgrammeLead : Addressee.Analyst),
    ];
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.ExitPlans;

/// <summary>
/// Whoever supervises is asked for the exit plan some weeks after the signing. That follows from the signing and no event
/// stores it, so agreements that were signed before there were exit plans have it too.
/// </summary>
internal static class ExitPlanDue
{
    /// <summary>Earlier nobody knows what is still needed at the end; the scheme's weeks are never earlier.</summary>
    private const int WeeksUntilAsked = 6;

    public static void Collect(AgreementState state, List<DueMoment> due)
    {
        if (state is { Status: AgreementStatus.Active or AgreementStatus.BreachReview, Term: { } term, ExitPlan: { Asked: false, AgreedOn: null } })
        {
            due.Add(new DueMoment(
                WorkingCalendar.At(term.SignedOn.PlusWeeks(WeeksUntilAsked), WorkingCalendar.StartOfBusiness), Tracks.Agreement, DueKind.ExitPlanAsked, ExitPlan.Track, RuleIds.ExitPlanBegun));
        }
    }

    public static void Fire(DecisionContext context)
    {
        var (term, rules) = (context.State.Term!, context.Scheme.ExitPlans);
        context.Raise(new ExitPlanEvent.ExitPlanAsked(
            Within(context, term.LastDay, RuleIds.ExitPlanBegun, term.SignedOn.PlusWeeks(rules.BeginByWeek)),
            Within(context, term.LastDay, RuleIds.ExitPlanAgreed, term.SignedOn.PlusWeeks(rules.AgreeByWeek))));
    }

    private static Deadline Within(DecisionContext context, LocalDate lastDay, string rule, LocalDate day) => context.AtCloseOf(rule, LocalDate.Min(day, lastDay));
}

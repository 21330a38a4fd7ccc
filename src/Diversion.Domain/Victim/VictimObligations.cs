using Diversion.Domain.Agreements;

namespace Diversion.Domain.Victim;

/// <summary>What the Victims' Code requires at a decision and at an ending, for each victim.</summary>
public static class VictimObligations
{
    /// <summary>There is such news: the case was decided, or what was signed has ended.</summary>
    public static bool IsToBeTold(AgreementState state, VictimNews news) => news == VictimNews.Decision
        ? state.Term is not null || state.IsTerminal
        : state is { Term: not null, IsTerminal: true };

    internal static void OnDecision(DecisionContext context) => Each(context, VictimNews.Decision);

    internal static void OnEnding(DecisionContext context) => Each(context, VictimNews.Ending);

    /// <summary>Promises to one victim what has been decided and they have not been told.</summary>
    internal static void CatchUp(DecisionContext context, VictimState victim)
    {
        if (victim.ToldDecision is null && IsToBeTold(context.State, VictimNews.Decision))
        {
            Promise(context, victim, VictimNews.Decision, context.Today);
        }

        if (victim.ToldEnding is null && IsToBeTold(context.State, VictimNews.Ending))
        {
            Promise(context, victim, VictimNews.Ending, context.Today);
        }
    }

    /// <summary>That a victim has enhanced rights became known after a deadline was set: it becomes earlier, never later.</summary>
    internal static void Hasten(DecisionContext context, int victim)
    {
        foreach (var news in Enum.GetValues<VictimNews>())
        {
            var sooner = context.InWorkingDays(RuleOf(news), context.Scheme.Victim.ToldEnhancedWorkingDays);
            if (context.State.Obligations.FirstOrDefault(open => open.Id == VictimEvolution.Told(victim, news)) is { } promised && sooner.Due < promised.Deadline.Due)
            {
                context.Raise(new VictimEvent.VictimToBeTold(victim, news, sooner));
            }
        }
    }

    private static void Each(DecisionContext context, VictimNews news)
    {
        foreach (var victim in context.State.Victims.All)
        {
            Promise(context, victim, news, context.EndingDay);
        }
    }

    private static void Promise(DecisionContext context, VictimState victim, VictimNews news, LocalDate from)
    {
        if (!victim.OptedOut && !context.State.HasObligation(VictimEvolution.Told(victim.Number, news)))
        {
            var days = victim.Details.Enhanced ? context.Scheme.Victim.ToldEnhancedWorkingDays : context.Scheme.Victim.ToldWorkingDays;
            context.Raise(new VictimEvent.VictimToBeTold(victim.Number, news, context.InWorkingDays(RuleOf(news), days, from)));
        }
    }

    private static string RuleOf(VictimNews news) => news == VictimNews.Decision ? RuleIds.VictimToldDecision : RuleIds.VictimToldEnding;
}

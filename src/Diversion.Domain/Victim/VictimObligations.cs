using Diversion.Domain.Agreements;

namespace Diversion.Domain.Victim;

/// <summary>What the Victims' Code requires at a decision and at an ending, for each victim.</summary>
internal static class VictimObligations
{
    public static void OnDecision(DecisionContext context) => Each(context, VictimNews.Decision);

    public static void OnEnding(DecisionContext context) => Each(context, VictimNews.Ending);

    /// <summary>Promises to one victim what has been decided and they have not been told.</summary>
    public static void CatchUp(DecisionContext context, VictimState victim)
    {
        var state = context.State;
        if (victim.ToldDecision is null && (state.Term is not null || state.IsTerminal))
        {
            Promise(context, victim, VictimNews.Decision, context.Today);
        }

        if (victim.ToldEnding is null && state is { Term: not null, IsTerminal: true })
        {
            Promise(context, victim, VictimNews.Ending, context.Today);
        }
    }

    /// <summary>The entitlement to enhanced rights became known after a deadline was set: it becomes earlier, never later.</summary>
    public static void Hasten(DecisionContext context, int victim)
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

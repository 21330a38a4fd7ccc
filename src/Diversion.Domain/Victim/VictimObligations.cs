using Diversion.Domain.Agreements;

namespace Diversion.Domain.Victim;

/// <summary>What the Victims' Code requires at a decision and at an ending.</summary>
internal static class VictimObligations
{
    public static void OnDecision(DecisionContext context) => Promise(context, VictimNews.Decision, RuleIds.VictimToldDecision);

    public static void OnEnding(DecisionContext context) => Promise(context, VictimNews.Ending, RuleIds.VictimToldEnding);

    /// <summary>The entitlement to enhanced rights became known after a deadline was set: it becomes earlier, never later.</summary>
    public static void Hasten(DecisionContext context)
    {
        Hasten(context, VictimNews.Decision, RuleIds.VictimToldDecision);
        Hasten(context, VictimNews.Ending, RuleIds.VictimToldEnding);
    }

    private static void Hasten(DecisionContext context, VictimNews news, string rule)
    {
        var sooner = context.InWorkingDays(rule, context.Scheme.Victim.ToldEnhancedWorkingDays);
        if (context.State.Obligations.FirstOrDefault(open => open.Id == VictimEvolution.Told(news)) is { } promised && sooner.Due < promised.Deadline.Due)
        {
            context.Raise(new VictimEvent.VictimToBeTold(news, sooner));
        }
    }

    private static void Promise(DecisionContext context, VictimNews news, string rule)
    {
        var victim = context.State.Victim;
        if (victim.HasVictim == true && !context.State.HasObligation(VictimEvolution.Told(news)))
        {
            var days = victim.Enhanced ? context.Scheme.Victim.ToldEnhancedWorkingDays : context.Scheme.Victim.ToldWorkingDays;
            context.Raise(new VictimEvent.VictimToBeTold(news, context.InWorkingDays(rule, days, context.EndingDay)));
        }
    }
}

using Diversion.Domain.Agreements;

namespace Diversion.Domain.Victim;

/// <summary>What the Victims' Code requires at a decision and at an ending.</summary>
internal static class VictimPromises
{
    public static void OnDecision(Unfolding unfolding) => Promise(unfolding, VictimNews.Decision, RuleIds.VictimToldDecision);

    public static void OnEnding(Unfolding unfolding) => Promise(unfolding, VictimNews.Ending, RuleIds.VictimToldEnding);

    /// <summary>The entitlement to enhanced rights became known after a deadline was set: it becomes earlier, never later.</summary>
    public static void Hasten(Unfolding unfolding)
    {
        Hasten(unfolding, VictimNews.Decision, RuleIds.VictimToldDecision);
        Hasten(unfolding, VictimNews.Ending, RuleIds.VictimToldEnding);
    }

    private static void Hasten(Unfolding unfolding, VictimNews news, string rule)
    {
        var sooner = unfolding.InWorkingDays(rule, unfolding.Scheme.Victim.ToldEnhancedWorkingDays);
        if (unfolding.State.Obligations.FirstOrDefault(open => open.Id == VictimEvolution.Told(news)) is { } promised && sooner.Due < promised.Deadline.Due)
        {
            unfolding.Raise(new VictimEvent.VictimToBeTold(news, sooner));
        }
    }

    private static void Promise(Unfolding unfolding, VictimNews news, string rule)
    {
        var victim = unfolding.State.Victim;
        if (victim.HasVictim == true && !unfolding.State.Owes(VictimEvolution.Told(news)))
        {
            var days = victim.Enhanced ? unfolding.Scheme.Victim.ToldEnhancedWorkingDays : unfolding.Scheme.Victim.ToldWorkingDays;
            unfolding.Raise(new VictimEvent.VictimToBeTold(news, unfolding.InWorkingDays(rule, days, unfolding.EndingDay)));
        }
    }
}

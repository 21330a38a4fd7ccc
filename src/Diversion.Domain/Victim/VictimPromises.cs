using Diversion.Domain.Agreements;

namespace Diversion.Domain.Victim;

/// <summary>What the Victims' Code promises at a decision and at an ending.</summary>
internal static class VictimPromises
{
    public static void OnDecision(Unfolding unfolding) => Promise(unfolding, VictimNews.Decision, RuleIds.VictimToldDecision);

    public static void OnEnding(Unfolding unfolding) => Promise(unfolding, VictimNews.Ending, RuleIds.VictimToldEnding);

    private static void Promise(Unfolding unfolding, VictimNews news, string rule)
    {
        var victim = unfolding.State.Victim;
        if (victim.HasVictim == true && !unfolding.State.Owes(VictimEvolution.Told(news)))
        {
            var days = victim.Enhanced ? unfolding.Scheme.Victim.ToldEnhancedWorkingDays : unfolding.Scheme.Victim.ToldWorkingDays;
            unfolding.Raise(new VictimEvent.VictimToBeTold(news, unfolding.InWorkingDays(rule, days)));
        }
    }
}

using Diversion.Domain.Agreements;

namespace Diversion.Domain.Victim;

internal static class VictimDecider
{
    public static Refusal? Decide(Unfolding unfolding, VictimCommand command) => command switch
    {
        VictimCommand.RecordVictim c => Record(unfolding, c),
        _ when unfolding.State.Victim.HasVictim != true => new Refusal.WrongState(
            RefusalCode.VictimNone, "No victim is recorded for this case. Record the victim first."),
        VictimCommand.RecordVictimViews c => Views(unfolding, c),
        VictimCommand.ReferVictimToSupport => Support(unfolding),
        VictimCommand.TellVictim c => Tell(unfolding, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Record(Unfolding unfolding, VictimCommand.RecordVictim command)
    {
        var victim = unfolding.State.Victim;
        if (victim.HasVictim == command.HasVictim && victim.Enhanced == command.Enhanced && victim.Name == command.Name && victim.Contact == command.Contact)
        {
            return null;
        }

        if (victim.HasVictim == true && !command.HasVictim)
        {
            return new Refusal.RuleForbids(RefusalCode.VictimNone, "A victim is recorded; promises made to them stay. Correct the details instead.");
        }

        var support = command.HasVictim && victim is { HasVictim: not true, ReferredToSupport: false }
            ? unfolding.InWorkingDays(RuleIds.VictimSupport, unfolding.Scheme.Victim.SupportReferralWorkingDays)
            : null;
        unfolding.Raise(new VictimEvent.VictimRecorded(command.HasVictim, command.Enhanced, command.Name, command.Contact, support));
        if (support is not null && unfolding.State.Status.IsRunning())
        {
            VictimPromises.OnDecision(unfolding);
        }
        else if (command.Enhanced && !victim.Enhanced)
        {
            VictimPromises.Hasten(unfolding);
        }

        return null;
    }

    private static Refusal? Views(Unfolding unfolding, VictimCommand.RecordVictimViews command)
    {
        var victim = unfolding.State.Victim;
        if (!victim.ViewsSought || victim.Views != command.Views || victim.WantsRestorativeJustice != command.WantsRestorativeJustice)
        {
            unfolding.Raise(new VictimEvent.VictimViewsRecorded(command.Views, command.WantsRestorativeJustice));
        }

        return null;
    }

    private static Refusal? Support(Unfolding unfolding)
    {
        if (!unfolding.State.Victim.ReferredToSupport)
        {
            unfolding.Raise(new VictimEvent.VictimReferredToSupport());
        }

        return null;
    }

    private static Refusal? Tell(Unfolding unfolding, VictimCommand.TellVictim command)
    {
        if (!unfolding.State.Owes(VictimEvolution.Told(command.News)))
        {
            return new Refusal.WrongState(RefusalCode.PromiseNotOpen, $"The victim is not waiting to be told of the {Words.Of(command.News)}.");
        }

        unfolding.Raise(new VictimEvent.VictimTold(command.News));
        return null;
    }
}

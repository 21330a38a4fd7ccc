using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Victim;

internal static class VictimDecider
{
    public static Refusal? Decide(Unfolding unfolding, VictimCommand command) => command switch
    {
        VictimCommand.RecordVictim c => Record(unfolding, c),
        _ when unfolding.State.Victim.HasVictim != true => new Refusal.WrongState(
            RefusalCode.VictimNone, "No victim is recorded for this case. Record the victim first."),
        VictimCommand.RecordVictimViews c => Views(unfolding, c),
        VictimCommand.ReferVictimToSupport c => Support(unfolding, c),
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
            if (command.WantsRestorativeJustice is { } wants && unfolding.State.Status.IsRunning())
            {
                RestorativeJusticeConditionRules.TakeWish(unfolding, wants);
            }
        }

        return null;
    }

    private static Refusal? Support(Unfolding unfolding, VictimCommand.ReferVictimToSupport command)
    {
        if (unfolding.State.Victim.ReferredToSupport)
        {
            return null;
        }

        var on = command.On ?? unfolding.Today;
        if (Fault(unfolding, command.How, on, "the referral was made", WorkingCalendar.DateOf(unfolding.State.Referral.ReferredAt), "the case was referred") is { } fault)
        {
            return fault;
        }

        unfolding.Raise(new VictimEvent.VictimReferredToSupport(on, command.How, Whom(command, command.ByWhom), command.Said));
        return null;
    }

    private static Refusal? Tell(Unfolding unfolding, VictimCommand.TellVictim command)
    {
        if (!unfolding.State.Owes(VictimEvolution.Told(command.News)))
        {
            return new Refusal.WrongState(RefusalCode.PromiseNotOpen, $"The victim is not waiting to be told of the {Words.Of(command.News)}.");
        }

        var on = command.On ?? unfolding.Today;
        var (since, what) = Since(unfolding.State, command.News);
        if (Fault(unfolding, command.How, on, "the victim was told", since, what) is { } fault)
        {
            return fault;
        }

        unfolding.Raise(new VictimEvent.VictimTold(command.News, on, command.How, Whom(command, command.ByWhom), command.Said));
        return null;
    }

    /// <summary>The day from which there was something to tell.</summary>
    private static (LocalDate Day, string What) Since(AgreementState state, VictimNews news) => state switch
    {
        { Term.SignedOn: var signed } when news == VictimNews.Decision => (signed, "the agreement was signed"),
        { EndedAt: { } ended } => (WorkingCalendar.DateOf(ended), "the case ended"),
        _ => (WorkingCalendar.DateOf(state.Referral.ReferredAt), "the case was referred"),
    };

    private static Refusal? Fault(Unfolding unfolding, ToldHow? how, LocalDate on, string what, LocalDate earliest, string since)
    {
        if (how is null)
        {
            return new Refusal.Invalid(RefusalCode.TextMissing, $"Say how {what}: in person, by telephone, letter, email or text.");
        }

        if (on > unfolding.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(on)} is in the future. Give the day on which {what}.");
        }

        return on < earliest
            ? new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(on)} is before {Words.Date(earliest)}, when {since}. Check the day on which {what}.")
            : null;
    }

    private static string Whom(VictimCommand command, string? byWhom) => string.IsNullOrWhiteSpace(byWhom) ? command.By.Name : byWhom.Trim();
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Victim;

internal static class VictimDecider
{
    public static Refusal? Decide(DecisionContext context, VictimCommand command) => command switch
    {
        VictimCommand.RecordVictim c => Record(context, c),
        _ when context.State.Victim.HasVictim != true => new Refusal.WrongState(
            RefusalCode.VictimNone, "No victim is recorded for this case. Record the victim first."),
        VictimCommand.RecordVictimViews c => Views(context, c),
        VictimCommand.ReferVictimToSupport c => Support(context, c),
        VictimCommand.TellVictim c => Tell(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Record(DecisionContext context, VictimCommand.RecordVictim command)
    {
        var victim = context.State.Victim;
        if (victim.HasVictim == command.HasVictim && victim.Enhanced == command.Enhanced && victim.Name == command.Name && victim.Contact == command.Contact)
        {
            return null;
        }

        if (victim.HasVictim == true && !command.HasVictim)
        {
            return new Refusal.RuleForbids(RefusalCode.VictimNone, "A victim is recorded; promises made to them stay. Correct the details instead.");
        }

        var support = command.HasVictim && victim is { HasVictim: not true, ReferredToSupport: false }
            ? context.InWorkingDays(RuleIds.VictimSupport, context.Scheme.Victim.SupportReferralWorkingDays)
            : null;
        context.Raise(new VictimEvent.VictimRecorded(command.HasVictim, command.Enhanced, command.Name, command.Contact, support));
        if (support is not null && context.State.Status.IsRunning())
        {
            VictimObligations.OnDecision(context);
        }
        else if (command.Enhanced && !victim.Enhanced)
        {
            VictimObligations.Hasten(context);
        }

        return null;
    }

    private static Refusal? Views(DecisionContext context, VictimCommand.RecordVictimViews command)
    {
        var victim = context.State.Victim;
        if (!victim.ViewsSought || victim.Views != command.Views || victim.WantsRestorativeJustice != command.WantsRestorativeJustice)
        {
            context.Raise(new VictimEvent.VictimViewsRecorded(command.Views, command.WantsRestorativeJustice));
            if (command.WantsRestorativeJustice is { } wants && context.State.Status.IsRunning())
            {
                RestorativeJusticeConditionRules.TakeWish(context, wants);
            }
        }

        return null;
    }

    private static Refusal? Support(DecisionContext context, VictimCommand.ReferVictimToSupport command)
    {
        if (context.State.Victim.ReferredToSupport)
        {
            return null;
        }

        var on = command.On ?? context.Today;
        if (Fault(context, command.How, on, "the referral was made", WorkingCalendar.DateOf(context.State.Referral.ReferredAt), "the case was referred") is { } fault)
        {
            return fault;
        }

        context.Raise(new VictimEvent.VictimReferredToSupport(on, command.How, Whom(command, command.ByWhom), command.Said));
        return null;
    }

    private static Refusal? Tell(DecisionContext context, VictimCommand.TellVictim command)
    {
        if (!context.State.HasObligation(VictimEvolution.Told(command.News)))
        {
            return new Refusal.WrongState(RefusalCode.ObligationNotOpen, $"The victim is not waiting to be told of the {Words.Of(command.News)}.");
        }

        var on = command.On ?? context.Today;
        var (since, what) = Since(context.State, command.News);
        if (Fault(context, command.How, on, "the victim was told", since, what) is { } fault)
        {
            return fault;
        }

        context.Raise(new VictimEvent.VictimTold(command.News, on, command.How, Whom(command, command.ByWhom), command.Said));
        return null;
    }

    /// <summary>The day from which there was something to tell.</summary>
    private static (LocalDate Day, string What) Since(AgreementState state, VictimNews news) => state switch
    {
        { Term.SignedOn: var signed } when news == VictimNews.Decision => (signed, "the agreement was signed"),
        { EndedAt: { } ended } => (WorkingCalendar.DateOf(ended), "the case ended"),
        _ => (WorkingCalendar.DateOf(state.Referral.ReferredAt), "the case was referred"),
    };

    private static Refusal? Fault(DecisionContext context, ToldHow? how, LocalDate on, string what, LocalDate earliest, string since)
    {
        if (how is null)
        {
            return new Refusal.Invalid(RefusalCode.TextMissing, $"Say how {what}: in person, by telephone, letter, email or text.");
        }

        if (on > context.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(on)} is in the future. Give the day on which {what}.");
        }

        return on < earliest
            ? new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(on)} is before {Words.Date(earliest)}, when {since}. Check the day on which {what}.")
            : null;
    }

    private static string Whom(VictimCommand command, string? byWhom) => string.IsNullOrWhiteSpace(byWhom) ? command.By.Name : byWhom.Trim();
}

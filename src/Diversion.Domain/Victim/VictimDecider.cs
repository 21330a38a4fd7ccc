using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Victim;

internal static class VictimDecider
{
    public static Refusal? Decide(DecisionContext context, VictimCommand command) => command switch
    {
        VictimCommand.RecordVictim c => VictimRecording.Record(context, c),
        _ when context.State.Victims.Find(command.Victim) is not { } => VictimRecording.Unknown(context.State.Victims),
        VictimCommand.RemoveVictim when command.Victim is null => new Refusal.Invalid(
            RefusalCode.VictimUnknown, "Say which victim (victim): see the victims on the case."),
        _ => Decide(context, context.State.Victims.Find(command.Victim)!, command),
    };

    private static Refusal? Decide(DecisionContext context, VictimState victim, VictimCommand command) => command switch
    {
        VictimCommand.RemoveVictim => VictimRecording.Remove(context, victim),
        VictimCommand.RecordVictimViews c => Views(context, victim, c),
        VictimCommand.ReferVictimToSupport c => Support(context, victim, c),
        VictimCommand.TellVictim c => Tell(context, victim, c),
        VictimCommand.OptVictimOut c => Opt(context, victim, true, c.On, c.Said),
        VictimCommand.RecordVictimRequest c => VictimRequests.Record(context, victim, c),
        VictimCommand.AcknowledgeVictimRequest c => VictimRequests.Acknowledge(context, victim, c),
        VictimCommand.AnswerVictimRequest c => VictimRequests.Answer(context, victim, c),
        VictimCommand.RecordVictimSatisfaction c => Satisfaction(context, victim, c),
        VictimCommand.OptVictimIn c => Opt(context, victim, false, c.On, c.Said),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Views(DecisionContext context, VictimState victim, VictimCommand.RecordVictimViews command)
    {
        var said = new VictimEvent.VictimViewsRecorded(victim.Number, command.Views, command.WantsRestorativeJustice)
        {
            Statement = command.Statement,
            WantsCompensation = command.WantsCompensation,
        };
        if (!victim.ViewsSought || said != new VictimEvent.VictimViewsRecorded(victim.Number, victim.Views, victim.WantsRestorativeJustice)
            {
                Statement = victim.Statement,
                WantsCompensation = victim.WantsCompensation,
            })
        {
            context.Raise(said);
            if (command.WantsRestorativeJustice is { } wants && context.State.Status.IsRunning())
            {
                TakingPart.TakeWish(context, victim.Number, wants);
            }

            if (command.WantsCompensation is { } compensated && context.State.Status.IsRunning())
            {
                CompensationWish.Take(context, victim.Number, compensated);
            }
        }

        return null;
    }

    private static Refusal? Support(DecisionContext context, VictimState victim, VictimCommand.ReferVictimToSupport command)
    {
        if (victim.ReferredToSupport)
        {
            return null;
        }

        var on = command.On ?? context.Today;
        if (Fault(context, command.How, on, "the referral was made", WorkingCalendar.DateOf(context.State.Referral.ReferredAt), "the case was referred") is { } fault)
        {
            return fault;
        }

        context.Raise(new VictimEvent.VictimReferredToSupport(victim.Number, on, command.How, Whom(command, command.ByWhom), command.Said));
        return null;
    }

    private static Refusal? Tell(DecisionContext context, VictimState victim, VictimCommand.TellVictim command)
    {
        if (!context.State.HasObligation(VictimEvolution.Told(victim.Number, command.News)))
        {
            return new Refusal.WrongState(RefusalCode.ObligationNotOpen, victim.OptedOut
                ? "The victim does not want to be told about the case. If they changed their mind, record that first."
                : $"The victim is not waiting to be told of the {Words.Of(command.News)}.");
        }

        var on = command.On ?? context.Today;
        var (since, what) = Since(context.State, command.News);
        if (Fault(context, command.How, on, "the victim was told", since, what) is { } fault)
        {
            return fault;
        }

        context.Raise(new VictimEvent.VictimTold(victim.Number, command.News, on, command.How, Whom(command, command.ByWhom), command.Said));
        return null;
    }

    /// <summary>Free at any time, and the other way round as well.</summary>
    private static Refusal? Opt(DecisionContext context, VictimState victim, bool isOut, LocalDate? day, string? said)
    {
        if (victim.OptedOut == isOut)
        {
            return null;
        }

        var on = day ?? context.Today;
        if (Day(context, on, "they said so", WorkingCalendar.DateOf(context.State.Referral.ReferredAt), "the case was referred") is { } fault)
        {
            return fault;
        }

        if (isOut)
        {
            context.Raise(new VictimEvent.VictimOptedOut(victim.Number, on, said));
        }
        else
        {
            var missed = !victim.ReferredToSupport && !context.State.HasObligation(VictimEvolution.Support(victim.Number));
            context.Raise(new VictimEvent.VictimOptedIn(
                victim.Number, on, said, missed ? context.InWorkingDays(RuleIds.VictimSupport, context.Scheme.Victim.SupportReferralWorkingDays) : null));
            VictimObligations.CatchUp(context, context.State.Victims.Find(victim.Number)!);
        }

        return null;
    }

    /// <summary>Asked once the case has ended here: before, nobody can say how satisfied they are with what came of it.</summary>
    private static Refusal? Satisfaction(DecisionContext context, VictimState victim, VictimCommand.RecordVictimSatisfaction command)
    {
        if (context.State.EndedAt is not { } ended)
        {
            return new Refusal.WrongState(RefusalCode.SatisfactionTooEarly, "The case has not ended. Ask the victim when it has, and they have been told.");
        }

        if (victim.OptedOut)
        {
            return new Refusal.RuleForbids(RefusalCode.VictimOptedOut, "The victim does not want to hear about the case, so they are not asked. If they changed their mind, record that first.");
        }

        int?[] answers = [command.Informed, command.Treated, command.Outcome, command.Restorative];
        if (answers.Any(answer => answer is < 1 or > 5))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "An answer is a whole number from 1, very dissatisfied, to 5, very satisfied.");
        }

        if (command.Answers != answers.Any(answer => answer is not null))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, command.Answers
                ? "Give the answer to one question at least, or say that the victim did not wish to answer."
                : "The victim did not wish to answer, so there is no answer to keep. Leave the answers out.");
        }

        if (command.Restorative is not null && !RestorativeJusticeCondition.TookPlaceWith(context.State, victim.Number))
        {
            return new Refusal.RuleForbids(RefusalCode.NoRestorativeJustice, "Restorative justice did not take place with this victim, so they cannot be asked about it. Leave that answer out.");
        }

        var on = command.On ?? context.Today;
        if (Day(context, on, "they were asked", WorkingCalendar.DateOf(ended), "the case ended") is { } fault)
        {
            return fault;
        }

        var said = new VictimSatisfaction(on, Whom(command, command.ByWhom), command.Answers, command.Informed, command.Treated, command.Outcome, command.Restorative);
        if (victim.Satisfaction != said)
        {
            context.Raise(new VictimEvent.VictimSatisfactionRecorded(victim.Number, said));
        }

        return null;
    }

    /// <summary>The day from which there was something to tell.</summary>
    private static (LocalDate Day, string What) Since(AgreementState state, VictimNews news) => state switch
    {
        { Term.SignedOn: var signed } when news == VictimNews.Decision => (signed, "the agreement was signed"),
        { EndedAt: { } ended } => (WorkingCalendar.DateOf(ended), "the case ended"),
        _ => (WorkingCalendar.DateOf(state.Referral.ReferredAt), "the case was referred"),
    };

    internal static Refusal? Fault(DecisionContext context, ToldHow? how, LocalDate on, string what, LocalDate earliest, string since) =>
        how is null
            ? new Refusal.Invalid(RefusalCode.TextMissing, $"Say how {what}: in person, by telephone, letter, email or text.")
            : Day(context, on, what, earliest, since);

    internal static Refusal? Day(DecisionContext context, LocalDate on, string what, LocalDate earliest, string since)
    {
        if (on > context.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(on)} is in the future. Give the day on which {what}.");
        }

        return on < earliest
            ? new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(on)} is before {Words.Date(earliest)}, when {since}. Check the day on which {what}.")
            : null;
    }

    internal static string Whom(VictimCommand command, string? byWhom) => string.IsNullOrWhiteSpace(byWhom) ? command.By.Name : byWhom.Trim();
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Keeping;

/// <summary>What may be erased, and when. Nothing is erased by a timer: a lead decides each record.</summary>
internal static class KeepingDecider
{
    private const int LongestYears = 20;

    public static Refusal? Decide(DecisionContext context, KeepingCommand command) => command switch
    {
        KeepingCommand.EndErasure c => End(context, c),
        KeepingCommand.EraseRecord c => Erase(context, c),
        KeepingCommand.HoldRecord c => Hold(context, c),
        KeepingCommand.LiftHold c => Lift(context, c),
        KeepingCommand.KeepLonger c => KeepLonger(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    /// <summary>For every command: an erased record takes nothing more.</summary>
    public static Refusal? Closed(AgreementState state, AgreementCommand command) => state.Keeping switch
    {
        { Ordered: { } ordered } when command is not (KeepingCommand.EraseRecord or KeepingCommand.EndErasure or TimePassed) =>
            new Refusal.Ended(RefusalCode.RecordErased, $"This record was erased on {Words.Date(ordered.At)}: it names nobody any more, and nothing is recorded in it."),
        { ErasedAt: { } at } when command is not (KeepingCommand.EraseRecord or KeepingCommand.EndErasure or TimePassed) =>
            new Refusal.Ended(RefusalCode.RecordErased, $"This record was erased on {Words.Date(at)}: it names nobody any more, and nothing is recorded in it."),
        _ => null,
    };

    private static Refusal? Hold(DecisionContext context, KeepingCommand.HoldRecord command)
    {
        if (!Enum.IsDefined(command.Cause))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say why the record is held: legal proceedings, a complaint, an inquiry, at the person's wish, or something else.") { Field = "cause" };
        }

        var keeping = context.State.Keeping ?? KeepingState.None;
        if (keeping.Holds.All(hold => hold.Cause != command.Cause))
        {
            context.Raise(new KeepingEvent.HoldPlaced(keeping.LastHold + 1, command.Cause, command.By.AsStaff(), context.Now));
        }

        return null;
    }

    private static Refusal? Lift(DecisionContext context, KeepingCommand.LiftHold command)
    {
        var keeping = context.State.Keeping ?? KeepingState.None;
        if (command.Number < 1 || command.Number > keeping.LastHold)
        {
            return new Refusal.Unknown(RefusalCode.HoldUnknown, $"The record has no hold {command.Number}. Open the case and choose one there.");
        }

        if (keeping.Holds.Any(hold => hold.Number == command.Number))
        {
            context.Raise(new KeepingEvent.HoldLifted(command.Number));
        }

        return null;
    }

    private static Refusal? KeepLonger(DecisionContext context, KeepingCommand.KeepLonger command)
    {
        if (Running(context.State) is { } running)
        {
            return running;
        }

        if (command.Until <= context.Today || command.Until > context.Today.PlusYears(LongestYears))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"The day until which it is kept lies in the future, at most {LongestYears} years from today. It is reviewed again then.") { Field = "until" };
        }

        if (context.State.Keeping?.Until != command.Until)
        {
            context.Raise(new KeepingEvent.KeptLonger(command.Until));
        }

        return null;
    }

    private static Refusal? Erase(DecisionContext context, KeepingCommand.EraseRecord command)
    {
        var state = context.State;
        if (state.Keeping is { Ordered: not null } or { ErasedAt: not null })
        {
            return null;
        }

        if (!Enum.IsDefined(command.Ground))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say why the record is erased: its retention period is over, the person asked for it, it was ordered, or it was recorded by mistake.") { Field = "ground" };
        }

        if (command.Request is { } request && !IsReference(request))
        {
            return new Refusal.Invalid(
                RefusalCode.TextInvalid, $"The reference of the request holds letters, digits, hyphens and slashes only, at most {KeepingCommand.EraseRecord.LongestRequest}: it goes into the destruction log, which names nobody.") { Field = "request" };
        }

        if ((Running(state) ?? Held(state) ?? Owed(state) ?? (command.Ground == ErasureGround.RetentionOver ? TooEarly(context) : null)) is { } refused)
        {
            return refused;
        }

        context.Raise(new KeepingEvent.ErasureOrdered(command.Ground, command.Request, command.By.Id, context.Now));
        return null;
    }

    /// <summary>A backup from before the order may be erased again: it was ordered once, and that stands in the destruction log.</summary>
    private static Refusal? End(DecisionContext context, KeepingCommand.EndErasure command)
    {
        if (context.State.Keeping is not { ErasedAt: not null })
        {
            context.Raise(new KeepingEvent.RecordErased(command.Status, command.Digest, context.Now));
        }

        return null;
    }

    private static Refusal.WrongState? Running(AgreementState state) => state.IsTerminal
        ? null
        : new(RefusalCode.ErasureTooEarly, "The case has not ended. A record is erased, or kept longer, only after that.");

    private static Refusal.WrongState? Held(AgreementState state) => state.Keeping is { Holds: [var first, ..] }
        ? new(RefusalCode.RecordHeld, $"The record is held since {Words.Date(first.At)} ({first.By.Name}). It can be erased when every hold is lifted.")
        : null;

    /// <summary>What is owed to a victim, or to who complained, is done first.</summary>
    private static Refusal.WrongState? Owed(AgreementState state) =>
        state.Obligations.FirstOrDefault(static open => open.Deadline.Rule != RuleIds.FollowUpResult) is { } open
            ? new(RefusalCode.ErasureTooEarly, $"Something is still to be done in this case, due on {Words.Date(open.Deadline.Due)}. Do it first: afterwards nobody could.")
            : null;

    private static Refusal.WrongState? TooEarly(DecisionContext context)
    {
        var due = Retention.ReviewOn(context.State, context.Scheme.Retention);
        if (due > context.Today)
        {
            return new(RefusalCode.ErasureTooEarly, $"The record is kept until {Words.Date(due.Value)}. If it has to be erased before that, say why instead.");
        }

        return context.State.FollowUp.Periods.FirstOrDefault(period => !context.State.FollowUp.IsSettled(period)) is { } owed
            ? new(RefusalCode.ErasureTooEarly, $"The follow-up of {owed.Months} months has no result yet. Record the search first: afterwards nobody could search for the person.")
            : null;
    }

    private static bool IsReference(string text) =>
        text.Length <= KeepingCommand.EraseRecord.LongestRequest && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/');
}

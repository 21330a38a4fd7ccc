using Diversion.Domain.Agreements;

namespace Diversion.Domain.ExitPlans;

/// <summary>Takes what is planned for after the last day, and what came of it.</summary>
internal static class ExitPlanDecider
{
    /// <summary>Beyond this a first date is a slip of the pen.</summary>
    private const int MostMonthsAhead = 12;

    public static Refusal? Decide(DecisionContext context, ExitPlanCommand command) => command switch
    {
        ExitPlanCommand.RecordFollowUpCall c => Call(context, c),
        _ when NotNow(context) is { } notNow => notNow,
        ExitPlanCommand.PlanContinuation c => Plan(context, c),
        ExitPlanCommand.RemoveContinuation c => Remove(context, c),
        ExitPlanCommand.AgreeExitPlan c => Agree(context, c),
        ExitPlanCommand.RecordWarmHandover c => HandOver(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    /// <summary>Every ending by completion comes here: the calls follow from the plan, or a lead is told that there is none.</summary>
    public static void OnCompletion(DecisionContext context)
    {
        if (context.State.ExitPlan.AgreedOn is not null)
        {
            OweCalls(context);
        }
        else if (context.State.ExitPlan.Asked)
        {
            context.Raise(new ExitPlanEvent.ExitPlanMissing(context.Now));
        }
    }

    private static Refusal? Plan(DecisionContext context, ExitPlanCommand.PlanContinuation command)
    {
        var (known, lastDay) = (context.State.ExitPlan, context.State.Term!.LastDay);
        if (command.FirstOn is { } first && (first <= lastDay || first > lastDay.PlusMonths(MostMonthsAhead)))
        {
            return first <= lastDay
                ? new Refusal.Invalid(RefusalCode.DateInPast, $"{Words.Date(first)} is within the agreement, whose last day is {Words.Date(lastDay)}. Give the first date after the end, or leave it out.") { Field = "firstOn" }
                : new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"{Words.Date(first)} is more than {MostMonthsAhead} months after the last day. Check the date, or leave it out.") { Field = "firstOn" };
        }

        if (known.Continuations.Any(one => one.What == command.What && one.With == command.With && one.FirstOn == command.FirstOn))
        {
            return null;
        }

        if (known.Continuations.Length >= ExitPlan.MostContinuations)
        {
            return new Refusal.RuleForbids(RefusalCode.ValueOutOfRange, $"The plan has {ExitPlan.MostContinuations} entries already. Take one out first.");
        }

        context.Raise(new ExitPlanEvent.ContinuationPlanned(known.Planned + 1, command.What, command.With, command.FirstOn));
        return null;
    }

    private static Refusal? Remove(DecisionContext context, ExitPlanCommand.RemoveContinuation command)
    {
        if (Find(context.State, command.Number) is null)
        {
            return Unknown(command.Number);
        }

        if (context.State.ExitPlan is { AgreedOn: not null, Continuations.Length: 1 })
        {
            return NotReady("The person agreed to this plan, and it would be empty. Add what takes its place first.");
        }

        context.Raise(new ExitPlanEvent.ContinuationRemoved(command.Number));
        return null;
    }

    private static Refusal? Agree(DecisionContext context, ExitPlanCommand.AgreeExitPlan command)
    {
        var known = context.State.ExitPlan;
        if (known.Continuations.IsEmpty)
        {
            return NotReady("Nothing is planned for after the last day. Add what goes on, and with whom, first.");
        }

        if (Day(context, command.On) is { } fault)
        {
            return fault;
        }

        if (known.AgreedOn != command.On || known.Caller != command.Caller)
        {
            context.Raise(new ExitPlanEvent.ExitPlanAgreed(command.On, command.Caller));
            if (context.State is { Status: AgreementStatus.Completed, ExitPlan.Calls.IsEmpty: true })
            {
                OweCalls(context);
            }
        }

        return null;
    }

    private static Refusal? HandOver(DecisionContext context, ExitPlanCommand.RecordWarmHandover command)
    {
        if (Find(context.State, command.Number) is not { } known)
        {
            return Unknown(command.Number);
        }

        var lastDay = context.State.Term!.LastDay;
        if (command.On > lastDay && command.On <= context.Today)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"{Words.Date(command.On)} is after the last day, {Words.Date(lastDay)}. A warm handover is a meeting before the end.") { Field = "on" };
        }

        if (Day(context, command.On) is { } fault)
        {
            return fault;
        }

        if (known.Met != new WarmHandover(command.On, command.Who))
        {
            context.Raise(new ExitPlanEvent.WarmHandoverRecorded(command.Number, command.On, command.Who));
        }

        return null;
    }

    private static Refusal? Call(DecisionContext context, ExitPlanCommand.RecordFollowUpCall command)
    {
        if (!Enum.IsDefined(command.Result))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say what came of the call (result): reached, tryAgain or notReached.") { Field = "result" };
        }

        if (context.State.ExitPlan.Calls.FirstOrDefault(one => one.Weeks == command.Weeks) is not { } known)
        {
            return new Refusal.Unknown(
                RefusalCode.ExitPlanUnknown, $"No call {command.Weeks} weeks after the end is owed in this case. Calls follow from an agreed exit plan, once the agreement is completed.");
        }

        var lastDay = context.State.Term!.LastDay;
        if (command.On > context.Today || command.On <= lastDay)
        {
            return command.On > context.Today
                ? new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(command.On)} is in the future. Record the call when it was made.") { Field = "on" }
                : new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(command.On)} is not after the last day, {Words.Date(lastDay)}. Check the day.") { Field = "on" };
        }

        if (known.Result == CallResult.Reached && command.Result != CallResult.Reached)
        {
            return NotReady("This call reached the person already, so nothing more is recorded on it.");
        }

        if (!known.Tries.Contains(new CallTry(command.On, command.Result)))
        {
            context.Raise(new ExitPlanEvent.FollowUpCallRecorded(command.Weeks, command.Result, command.On, command.Said));
        }

        return null;
    }

    /// <summary>From the last day on, or from today when the plan was agreed so late that a call has been missed.</summary>
    private static void OweCalls(DecisionContext context)
    {
        var lastDay = context.State.Term!.LastDay;
        context.Raise(new ExitPlanEvent.FollowUpCallsOwed(
        [
            .. context.Scheme.ExitPlans.AllCallWeeks.Select(weeks => new OwedCall(weeks, context.InWorkingDays(RuleIds.FollowUpCall, 1, LocalDate.Max(lastDay.PlusWeeks(weeks).PlusDays(-1), context.EndingDay)))),
        ]));
    }

    /// <summary>While the agreement runs, and after a completion as long as somebody may still ring.</summary>
    private static Refusal.WrongState? NotNow(DecisionContext context)
    {
        if (context.State.Term is not { } term)
        {
            return NotReady("An exit plan is written once the agreement is signed. Record the signing first.");
        }

        if (context.State.Status.IsRunning())
        {
            return null;
        }

        var weeks = context.Scheme.ExitPlans.AllCallWeeks.Max();
        return context.State.Status == AgreementStatus.Completed && context.Today <= term.LastDay.PlusWeeks(weeks)
            ? null
            : NotReady($"An exit plan is written while the agreement runs, and up to {weeks} weeks after it was completed.");
    }

    private static Refusal.Invalid? Day(DecisionContext context, LocalDate on) =>
        on > context.Today ? new(RefusalCode.DateInFuture, $"{Words.Date(on)} is in the future. Record what has happened.") { Field = "on" }
        : on < context.State.Term!.SignedOn ? new(RefusalCode.DateTooOld, $"{Words.Date(on)} is before the signing on {Words.Date(context.State.Term.SignedOn)}. Check the day.") { Field = "on" }
        : null;

    private static Continuation? Find(AgreementState state, int number) => state.ExitPlan.Continuations.FirstOrDefault(one => one.Number == number);

    private static Refusal.Unknown Unknown(int number) => new(RefusalCode.ExitPlanUnknown, $"The exit plan has no entry {number}. Open the case and choose one there.");

    private static Refusal.WrongState NotReady(string message) => new(RefusalCode.ExitPlanNotReady, message);
}

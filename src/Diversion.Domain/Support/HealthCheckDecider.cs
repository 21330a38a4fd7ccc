using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Support;

/// <summary>Takes what becomes of a health check. Every answer of the person is as good as another.</summary>
internal static class HealthCheckDecider
{
    public static Refusal? Offer(DecisionContext context, SupportCommand.OfferHealthCheck command)
    {
        if (!context.State.Status.IsRunning())
        {
            return new Refusal.WrongState(RefusalCode.SupportNotReady, "A health check is offered once the agreement is signed. Record the signing first.");
        }

        if (context.State.Support.HealthCheck is { Accepted: not false } before)
        {
            return before is { Accepted: null, DoneOn: null } && before.Provider == command.Provider
                ? null
                : NotReady(before.DoneOn is { } done ? $"A health check was done on {Words.Date(done)}." : $"A health check by {before.Provider} is offered already. If the person does not want it, record that first.");
        }

        context.Raise(new SupportEvent.HealthCheckOffered(command.Provider, context.Now));
        return null;
    }

    public static Refusal? Answer(DecisionContext context, SupportCommand.AnswerHealthCheck command)
    {
        if (context.State.Support.HealthCheck is not { } known)
        {
            return None();
        }

        if (known.Accepted == command.Accepted)
        {
            return null;
        }

        if (known.DoneOn is { } done)
        {
            return NotReady($"The health check was done on {Words.Date(done)}, so there is nothing to answer any more.");
        }

        if (command.Accepted && context.State.IsTerminal)
        {
            return NotReady("The agreement has ended, and the health check was not wanted before. Tell the person where the health service is.");
        }

        context.Raise(new SupportEvent.HealthCheckAnswered(command.Accepted, command.Accepted ? context.InWorkingDays(RuleIds.HealthCheckDone, context.Scheme.HealthChecks.DoneWorkingDays) : null));
        return null;
    }

    public static Refusal? Done(DecisionContext context, SupportCommand.RecordHealthCheck command)
    {
        if (context.State.Support.HealthCheck is not { } known)
        {
            return None();
        }

        if (known.Accepted != true)
        {
            return NotReady("The person has not said that they want the health check. Record their answer first.");
        }

        if (Day(context, command.On, WorkingCalendar.DateOf(known.OfferedAt), "when it was offered") is { } fault)
        {
            return fault;
        }

        if (known.DoneOn != command.On)
        {
            if (known.Onward.Any(one => one.On < command.On))
            {
                return NotReady($"An onward referral was made on {Words.Date(known.Onward.Min(one => one.On))}, so the health check was done by then. Check the day.");
            }

            context.Raise(new SupportEvent.HealthCheckDone(command.On));
        }

        return null;
    }

    public static Refusal? Refer(DecisionContext context, SupportCommand.ReferOnward command)
    {
        if (context.State.Support.HealthCheck is not { } known)
        {
            return None();
        }

        if (!Enum.IsDefined(command.Kind))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say where the person was referred (kind), as a word of the list.") { Field = "kind" };
        }

        if (known.DoneOn is not { } done)
        {
            return NotReady("Record first that the health check was done.");
        }

        if (Day(context, command.On, done, "when the health check was done") is { } fault)
        {
            return fault;
        }

        if (known.Onward.Any(one => one.Kind == command.Kind && one.On == command.On))
        {
            return null;
        }

        if (known.Onward.Length >= HealthCheck.MostOnward)
        {
            return new Refusal.RuleForbids(RefusalCode.ValueOutOfRange, $"{HealthCheck.MostOnward} onward referrals are recorded already. Check whether they are all of this person.");
        }

        context.Raise(new SupportEvent.OnwardReferred(known.Onward.Length + 1, command.Kind, command.On, context.InWorkingDays(RuleIds.HealthCheckOnward, context.Scheme.HealthChecks.OutcomeWorkingDays, command.On)));
        return null;
    }

    public static Refusal? Outcome(DecisionContext context, SupportCommand.RecordOnwardOutcome command)
    {
        if (!Enum.IsDefined(command.Outcome))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say what came of it (outcome): takenUp, finished, notTakenUp or notAvailable.") { Field = "outcome" };
        }

        if (context.State.Support.HealthCheck?.Onward.FirstOrDefault(one => one.Number == command.Number) is not { } referral)
        {
            return new Refusal.Unknown(RefusalCode.SupportUnknown, $"There is no onward referral {command.Number} in this case. Open the case and choose one there.");
        }

        if (referral.Outcome != command.Outcome)
        {
            context.Raise(new SupportEvent.OnwardOutcomeRecorded(command.Number, command.Outcome));
        }

        return null;
    }

    private static Refusal.Invalid? Day(DecisionContext context, LocalDate on, LocalDate earliest, string since) =>
        on > context.Today ? new(RefusalCode.DateInFuture, $"{Words.Date(on)} is in the future. Record what has happened.") { Field = "on" }
        : on < earliest ? new(RefusalCode.DateTooOld, $"{Words.Date(on)} is before {Words.Date(earliest)}, {since}. Check the day.") { Field = "on" }
        : null;

    private static Refusal.WrongState None() => NotReady("No health check was offered in this case. A key worker offers one.");

    private static Refusal.WrongState NotReady(string message) => new(RefusalCode.SupportNotReady, message);
}

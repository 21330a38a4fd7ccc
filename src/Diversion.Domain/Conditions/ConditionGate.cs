using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions;

internal static class ConditionGate
{
    /// <summary>The open condition that a command is about, or why there is none.</summary>
    public static Refusal? Open<TCondition>(DecisionContext context, string id, out TCondition condition) where TCondition : Condition
    {
        if (Running(context, id, out condition) is { } refused)
        {
            return refused;
        }

        return condition.IsOpen ? null : Ended(condition);
    }

    /// <summary>Likewise for taking back what was recorded: a condition that was kept because of it is opened again.</summary>
    public static Refusal? OpenOrKept(Condition condition) =>
        condition is { IsOpen: true } or { Status: ConditionStatus.Kept } ? null : Ended(condition);

    /// <summary>The condition that a command is about, open or not, while the agreement runs.</summary>
    public static Refusal? Running<TCondition>(DecisionContext context, string id, out TCondition condition) where TCondition : Condition
    {
        condition = null!;
        if (!context.State.Status.IsRunning())
        {
            return new Refusal.WrongState(
                RefusalCode.WrongStatus,
                $"Conditions are carried out once the agreement is signed; this one is {Words.Of(context.State.Status)}.");
        }

        if (context.State.ConditionOrNull(id) is not TCondition found)
        {
            return new Refusal.Unknown(
                RefusalCode.ConditionUnknown,
                $"There is no such condition. This agreement has: {string.Join(", ", context.State.Conditions.Select(c => c.Id))}.");
        }

        condition = found;
        return null;
    }

    private static Refusal.WrongState Ended(Condition condition) => new(
        RefusalCode.ConditionClosed, $"The condition {Words.Of(condition.Kind)} has ended ({Words.Of(condition.Status)}). Nothing was changed.");

    public static Refusal NotReady(string message) => new Refusal.WrongState(RefusalCode.ConditionNotReady, message);

    /// <summary>A day on which something happened: not in the future, not before the referral.</summary>
    public static Refusal? Happened(DecisionContext context, LocalDate day)
    {
        if (day > context.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(day)} is in the future. Record what has happened.");
        }

        var earliest = context.State.Term?.SignedOn ?? Time.WorkingCalendar.DateOf(context.State.Referral.ReferredAt);
        return day < earliest
            ? new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(day)} is before {Words.Date(earliest)}, when this began. Check the date.")
            : null;
    }
}

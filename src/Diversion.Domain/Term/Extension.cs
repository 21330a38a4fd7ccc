using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Term;

internal static class Extension
{
    public static Refusal? Apply(DecisionContext context, LocalDate lastDay, bool participantAgreed)
    {
        var term = context.State.Term!;
        if (lastDay == term.LastDay)
        {
            return null;
        }

        if (Check(context, lastDay, participantAgreed) is { } refused)
        {
            return refused;
        }

        context.Raise(new TermEvent.TermExtended(lastDay, WorkingCalendar.EndOf(lastDay), DaysInAll(term, lastDay), term.Version + 1, PersonAgreed.Of(context)));
        PersonObligations.Tell(context, NewsKind.Extension, context.State.News.Count(news => news.Kind == NewsKind.Extension) + 1);
        foreach (var condition in context.State.Conditions)
        {
            if (condition.IsOpen)
            {
                ConditionKinds.RulesOf(condition.Kind).Extended(context, condition);
            }
        }

        return null;
    }

    /// <summary>Whether the term may end on that day.</summary>
    public static Refusal? Check(DecisionContext context, LocalDate lastDay, bool participantAgreed)
    {
        var term = context.State.Term!;
        var earliest = ExtensionLimit.EarliestDay(term, context.Today);
        if (lastDay < earliest)
        {
            return new Refusal.Invalid(RefusalCode.DateInPast, $"An extension ends on {Words.Date(earliest)} or later. Choose a later day.");
        }

        if (PersonAgreed.Check(context, participantAgreed, "An extension") is { } notAgreed)
        {
            return notAgreed;
        }

        var inAll = DaysInAll(term, lastDay);
        var most = context.Scheme.Breach.MostExtensionDays;
        if (inAll > most)
        {
            return new Refusal.RuleForbids(
                RefusalCode.ExtensionTooLong,
                $"That is {inAll} days in all; at most {most}. The latest day is {Words.Date(ExtensionLimit.ByAllowance(term, context.Scheme))}.");
        }

        if (TermRule.CheckChargeBy(context.State.Referral.ChargeBy, lastDay, context.Scheme, "The extension") is { } tooClose)
        {
            return tooClose;
        }

        return context.CalendarCovers(lastDay);
    }

    private static int DaysInAll(TermState term, LocalDate lastDay) =>
        term.ExtendedDays + Period.Between(term.LastDay, lastDay, PeriodUnits.Days).Days;
}

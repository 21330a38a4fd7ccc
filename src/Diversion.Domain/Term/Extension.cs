using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Term;

internal static class Extension
{
    public static Refusal? Apply(Unfolding unfolding, LocalDate lastDay, bool participantAgreed)
    {
        var term = unfolding.State.Term!;
        if (lastDay == term.LastDay)
        {
            return null;
        }

        if (Check(unfolding, lastDay, participantAgreed) is { } refused)
        {
            return refused;
        }

        unfolding.Raise(new TermEvent.TermExtended(lastDay, WorkingCalendar.EndOf(lastDay), DaysInAll(term, lastDay), term.Version + 1, PersonAgreed.Of(unfolding)));
        PersonPromises.Tell(unfolding, NewsKind.Extension, unfolding.State.News.Count(news => news.Kind == NewsKind.Extension) + 1);
        foreach (var condition in unfolding.State.Conditions)
        {
            if (condition.IsOpen)
            {
                ConditionKinds.RulesOf(condition.Kind).Extended(unfolding, condition);
            }
        }

        return null;
    }

    /// <summary>Whether the term may end on that day.</summary>
    public static Refusal? Check(Unfolding unfolding, LocalDate lastDay, bool participantAgreed)
    {
        var term = unfolding.State.Term!;
        if (lastDay < term.LastDay || lastDay < unfolding.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInPast, $"An extension ends after {Words.Date(LocalDate.Max(term.LastDay, unfolding.Today))}. Choose a later day.");
        }

        if (PersonAgreed.Check(unfolding, participantAgreed, "An extension") is { } notAgreed)
        {
            return notAgreed;
        }

        var inAll = DaysInAll(term, lastDay);
        var most = unfolding.Scheme.Breach.MostExtensionDays;
        if (inAll > most)
        {
            return new Refusal.RuleForbids(
                RefusalCode.ExtensionTooLong,
                $"That is {inAll} days in all; at most {most}. The latest day is {Words.Date(ExtensionLimit.ByAllowance(term, unfolding.Scheme))}.");
        }

        if (TermRule.CheckChargeBy(unfolding.State.Referral.ChargeBy, lastDay, unfolding.Scheme, "The extension") is { } tooClose)
        {
            return tooClose;
        }

        return unfolding.CalendarCovers(lastDay);
    }

    private static int DaysInAll(TermState term, LocalDate lastDay) =>
        term.ExtendedDays + Period.Between(term.LastDay, lastDay, PeriodUnits.Days).Days;
}

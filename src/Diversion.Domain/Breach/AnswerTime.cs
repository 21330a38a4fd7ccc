using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Breach;

/// <summary>
/// How long the person may answer a proposed breach, and by when a lead decides after that (ADR "The person may answer
/// before a breach is confirmed").
/// </summary>
internal static class AnswerTime
{
    /// <summary>Until when somebody who was told then may answer; null where the scheme does not ask.</summary>
    public static Instant? Until(DecisionContext context, Instant told)
    {
        var days = context.Scheme.Breach.AnswerWorkingDays;
        if (days == 0)
        {
            return null;
        }

        var full = context.Calendar.WorkingDaysAfter(told, days);
        if (LatestDecision(context) is not { } latest)
        {
            return full;
        }

        // Nobody has less than the next working day. If even that is too long, a lead decides earlier and says why.
        var before = WorkingCalendar.At(context.Calendar.WorkingDayUpTo(latest.PlusDays(-1)), WorkingCalendar.CloseOfBusiness);
        return Instant.Max(context.Calendar.WorkingDaysAfter(told, 1), Instant.Min(full, before));
    }

    /// <summary>By when a lead decides, counted from the answer or from the end of the time for it.</summary>
    public static Deadline Decide(DecisionContext context, Instant from)
    {
        var day = WorkingCalendar.DateOf(from);
        var full = context.Calendar.AddWorkingDays(day, context.Scheme.Breach.DecideWorkingDays);
        return context.AtCloseOf(
            RuleIds.BreachDecision,
            LatestDecision(context) is { } latest && latest < full ? LocalDate.Max(latest, context.Calendar.AddWorkingDays(day, 1)) : full);
    }

    /// <summary>The person has been told: the time to answer runs. What the person may have been promised is never cut.</summary>
    public static void Run(DecisionContext context, PersonNews news)
    {
        if (context.State.Breach is not { AnswerUntil: { } before } waiting || waiting.News != news.Id
            || context.State.AnswersTo(news.Id).Any()
            || context.State.NewsOrNull(news.Id)?.Told is not { } told)
        {
            return;
        }

        var until = Instant.Max(before, Until(context, told.CountsFrom) ?? before);
        if (!waiting.AnswerAwaited || until > before)
        {
            context.Raise(new BreachEvent.AnswerAwaited(waiting.Number, Reminding(until), until > before ? Decide(context, until) : waiting.Decide));
        }
    }

    /// <summary>Why a breach cannot be confirmed yet: the person has not been heard.</summary>
    public static Refusal? NotHeard(DecisionContext context)
    {
        if (!context.State.MayAnswer(context.Now))
        {
            return null;
        }

        var waiting = context.State.Breach!;
        return new Refusal.RuleForbids(
            RefusalCode.AnswerAwaited,
            waiting.AnswerAwaited
                ? $"The person may answer until {Words.Moment(waiting.AnswerUntil!.Value)}. Wait until then, record their answer or that they do not wish to answer, or give a reason for deciding earlier."
                : $"Nobody has recorded that the person was told about the proposed breach, so they could not answer. Tell them first: they may then answer until {Words.Moment(waiting.AnswerUntil!.Value)} or longer. Or give a reason for deciding earlier.");
    }

    /// <summary>The key worker is reminded on the last day. Not to answer is the person's right, so nobody is late.</summary>
    private static Deadline Reminding(Instant until) =>
        new(RuleIds.BreachAnswer, until, [WorkingCalendar.At(WorkingCalendar.DateOf(until), WorkingCalendar.StartOfBusiness)])
        {
            To = [Addressee.KeyWorker],
        };

    /// <summary>The working day by which a decision leaves time for a charge; null without a charge-by date, and when it has passed.</summary>
    private static LocalDate? LatestDecision(DecisionContext context) =>
        context.State.Referral.ChargeBy.Date is { } chargeBy && chargeBy >= context.Today
            ? context.Calendar.WorkingDayUpTo(chargeBy.PlusDays(-context.Scheme.Breach.DecideDaysBeforeChargeBy))
            : null;
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;

namespace Diversion.Domain.Telling;

/// <summary>Keeps what the person says to a proposed breach or a warning. It decides nothing: a lead reads it.</summary>
internal static class AnswerDecider
{
    public static Refusal? Record(DecisionContext context, TellingCommand.RecordAnswer command)
    {
        if (context.State.NewsOrNull(command.News) is not { Kind: NewsKind.BreachProposed or NewsKind.Warning } news)
        {
            return new Refusal.Unknown(RefusalCode.NewsUnknown, "There is no such warning or proposed breach that the person can answer. Open the case and choose one there.");
        }

        if ((news.Kind == NewsKind.Warning ? Contesting(context.State, command, news) : null) is { } closed)
        {
            return closed;
        }

        if ((Content(context, command, news) ?? Correction(context.State, command)) is { } fault)
        {
            return fault;
        }

        if (context.State.AnswersTo(news.Id).Any(answer => IsSame(answer, command)))
        {
            return null;
        }

        var waiting = context.State.Breach is { } breach && breach.News == news.Id ? breach : null;
        var late = news.Kind == NewsKind.BreachProposed && waiting is null;

        // A corrected record of an objection is the same objection: what was decided on it stays decided.
        var objects = news.Kind == NewsKind.Warning && command.Corrects is null;
        context.Raise(new TellingEvent.PersonAnswered(
            context.State.Answers.Length + 1,
            news.Id,
            news.Kind,
            command.How,
            command.AnsweredAt,
            Kept(command.Said),
            command.Declines,
            command.How == AnsweredHow.ThroughSomebody ? Kept(command.Through) : null,
            command.By.Name,
            context.Now,
            command.Corrects,
            late,
            (late || objects) && command.By.Role != Role.ProgrammeLead,
            objects ? Contests.Decide(context, news.Id) : waiting is null ? null : Sooner(context, waiting)));
        return null;
    }

    /// <summary>With the first answer the lead's days begin. They never end later than they would have without it.</summary>
    private static Deadline? Sooner(DecisionContext context, BreachState waiting)
    {
        if (waiting.AnswerUntil is null || context.State.AnswersTo(waiting.News).Any())
        {
            return null;
        }

        var decide = AnswerTime.Decide(context, context.Now);
        return decide.Due < waiting.Decide.Due ? decide : null;
    }

    private static Refusal? Contesting(AgreementState state, TellingCommand.RecordAnswer command, PersonNews news)
    {
        if (!state.Status.IsRunning())
        {
            return new Refusal.WrongState(RefusalCode.WrongStatus, $"A warning can be answered while the agreement runs; this one is {Words.Of(state.Status)}. Write a note instead.");
        }

        if (state.Warnings.Any(warning => warning.Number == news.Number && warning.Withdrawn))
        {
            return new Refusal.WrongState(RefusalCode.ObligationNotOpen, $"Warning {news.Number} was withdrawn and does not count any more. Nothing was changed.");
        }

        return command.Declines
            ? new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The person need not answer a warning, so there is nothing to decline. Record what they say against it, or leave it.")
            : null;
    }

    private static Refusal? Content(DecisionContext context, TellingCommand.RecordAnswer command, PersonNews news)
    {
        if (!Enum.IsDefined(command.How))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say how the person answered: in person, by telephone, by letter, email or text, with a form on a web page, or through somebody.");
        }

        if (command.AnsweredAt > context.Now)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Moment(command.AnsweredAt)} is in the future. Record the answer when it has come.");
        }

        if (ToldChecks.IsBefore(command.AnsweredAt, news.Since))
        {
            return new Refusal.Invalid(
                RefusalCode.ToldBeforeNews, $"The person cannot have answered before {Words.Moment(news.Since)}, when it happened. Check the date and the time.");
        }

        if (command.How == AnsweredHow.ThroughSomebody && Kept(command.Through) is null)
        {
            return new Refusal.Invalid(RefusalCode.TextMissing, "Say who passed the answer on (through).") { Field = "through" };
        }

        return !command.Declines && Kept(command.Said) is null
            ? new Refusal.Invalid(RefusalCode.TextMissing, "Write down what the person said (said), or record that they do not wish to answer.") { Field = "said" }
            : null;
    }

    private static Refusal? Correction(AgreementState state, TellingCommand.RecordAnswer command)
    {
        if (command.Corrects is not { } number)
        {
            return null;
        }

        if (state.Answers.FirstOrDefault(answer => answer.Number == number && answer.News == command.News) is not { } old)
        {
            return new Refusal.Unknown(RefusalCode.AnswerUnknown, $"There is no answer {number} to this. Check which one you correct.");
        }

        if (old.Superseded)
        {
            return new Refusal.WrongState(RefusalCode.AnswerUnknown, $"Answer {number} has been corrected already. Correct the one that replaced it.");
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? new Refusal.Invalid(RefusalCode.ReasonMissing, "To correct an answer, give a reason: it is kept with the correction.")
            : null;
    }

    private static bool IsSame(PersonAnswer answer, TellingCommand.RecordAnswer command) =>
        answer.How == command.How && answer.AnsweredAt == command.AnsweredAt && answer.Said == Kept(command.Said) && answer.Declines == command.Declines
        && answer.Through == (command.How == AnsweredHow.ThroughSomebody ? Kept(command.Through) : null);

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

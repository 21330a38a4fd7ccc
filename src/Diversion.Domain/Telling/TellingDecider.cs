using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;

namespace Diversion.Domain.Telling;

internal static class TellingDecider
{
    public static Refusal? Decide(DecisionContext context, TellingCommand command)
    {
        if (command is TellingCommand.RecordAnswer answer)
        {
            return AnswerDecider.Record(context, answer);
        }

        var told = (TellingCommand.TellPerson)command;
        string[] all = [told.News, .. told.Also.IsDefault ? [] : told.Also.Where(other => other != told.News).Distinct()];
        foreach (var id in all)
        {
            if (Check(context, told, id) is { } refused)
            {
                return refused;
            }
        }

        foreach (var id in all)
        {
            Record(context, told, context.State.NewsOrNull(id)!);
        }

        return null;
    }

    private static Refusal? Check(DecisionContext context, TellingCommand.TellPerson command, string id)
    {
        if (context.State.NewsOrNull(id) is not { } news)
        {
            var open = context.State.News.Where(waiting => waiting is { Told: null, Void: false }).Select(waiting => waiting.Id).ToArray();
            return new Refusal.Unknown(
                RefusalCode.NewsUnknown,
                open.Length == 0
                    ? "There is nothing of that name to tell the person, and nothing else is waiting."
                    : $"There is nothing of that name to tell the person. These are waiting: {string.Join(", ", open)}.");
        }

        if (news is { Void: true, Told: null })
        {
            return new Refusal.WrongState(RefusalCode.ObligationNotOpen, "The person need not be told of this any more. Nothing was changed.");
        }

        if (ToldChecks.Of(context, command.How, command.ToldAt, news.Since, "it happened") is { } fault)
        {
            return fault;
        }

        // With another day, a warning after it or a failure may fall that the breach rests on.
        if (news is { Kind: NewsKind.Warning, Told: { } known } && !Same(known, command, NameOf(command))
            && Proposal.Waits(context, "correct how the person was told of a warning") is { } waits)
        {
            return waits;
        }

        return news.Told is not null && !Same(news.Told, command, NameOf(command)) && string.IsNullOrWhiteSpace(command.Reason)
            ? new Refusal.Invalid(RefusalCode.ReasonMissing, "It is recorded already that the person was told. To correct it, give a reason: it is kept with the correction.")
            : null;
    }

    private static void Record(DecisionContext context, TellingCommand.TellPerson command, PersonNews news)
    {
        var by = NameOf(command);
        if (news.Told is { } before && Same(before, command, by))
        {
            return;
        }

        context.Raise(new TellingEvent.PersonTold(
            news.Id,
            command.How,
            command.ToldAt,
            PersonObligations.CountsFrom(context, command.How, command.ToldAt),
            by,
            string.IsNullOrWhiteSpace(command.Said) ? null : command.Said,
            context.Now,
            news.Told is not null));
        AnswerTime.Run(context, news);
    }

    private static string NameOf(TellingCommand.TellPerson command) => string.IsNullOrWhiteSpace(command.ToldBy) ? command.By.Name : command.ToldBy.Trim();

    private static bool Same(Told told, TellingCommand.TellPerson command, string by) =>
        told.How == command.How && told.At == command.ToldAt && told.By == by && told.Said == (string.IsNullOrWhiteSpace(command.Said) ? null : command.Said);
}

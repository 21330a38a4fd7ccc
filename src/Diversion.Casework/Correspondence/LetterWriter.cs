using Diversion.Casework.Formatting;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Markdig;

namespace Diversion.Casework.Correspondence;

/// <summary>A letter to the person or to the victim, to print and send or hand over.</summary>
/// <param name="Html">Headings, paragraphs and lists; every fact in it is text.</param>
/// <param name="Language">The one that it is written in.</param>
/// <param name="Others">The other languages that it can be had in.</param>
/// <param name="Awaited">The languages in which it awaits a translator.</param>
public sealed record Letter(
    string Subject, string Html, LetterLanguage Language, IReadOnlyList<LetterLanguage> Others, IReadOnlyList<LetterLanguage> Awaited);

/// <summary>Writes letters from templates, with the texts of the mails, for people without email and anybody who wants one.</summary>
public sealed partial class LetterWriter
{
    private readonly LetterTemplates templates = new();

    internal LetterTemplates Templates => templates;

    /// <param name="state">The present state of the agreement.</param>
    public Letter Write(AgreementState state, SchemeRules scheme, PersonNews news, LetterLanguage language) => news.Kind switch
    {
        NewsKind.Signing => Agreement(state, scheme, language),
        NewsKind.Appointment => Appointments(state, Covered(state, news.Appointment!), language),
        _ => Write(TemplateOf(state, news), language, new(ToPerson(state, scheme))
        {
            ["since"] = Wording.Day(news.Since),
            ["why"] = Why(state, news),
            ["answer"] = string.Join('\n', Answer(state, scheme, news)),
            ["decision"] = Decision(DecisionOf(state, news)),
            ["next"] = string.Join('\n', Next(state, news)),
        }),
    };

    private Letter Write(string letter, LetterLanguage wanted, Dictionary<string, string> facts)
    {
        var (template, language) = templates.Of(letter, wanted);
        return new Letter(
            template.Subject(facts),
            Markdown.Parse(template.Body(facts), MailRenderer.Pipeline).ToHtml(MailRenderer.Pipeline),
            language,
            [.. LetterLanguage.All.Where(other => other != language && templates.IsIn(letter, other))],
            [.. LetterLanguage.All.Where(other => !templates.IsIn(letter, other))]);
    }

    private static Dictionary<string, string> ToPerson(AgreementState state, SchemeRules scheme) => new()
    {
        ["to"] = state.Referral.Person.Name,
        ["keyWorker"] = Wording.Contact(state.KeyWorker),
        ["lastDay"] = state.Term is { } term ? Wording.Day(term.LastDay) : "",
        ["conditions"] = string.Join('\n', TermMessages.Standing(state).Select(condition => ConditionTexts.Plain(condition, scheme)).Distinct()),
    };

    /// <summary>What the person still has to do, or can expect, after the agreement has ended.</summary>
    internal static IEnumerable<string> StillToDo(AgreementState state)
    {
        if (state.Conditions.Any(condition => condition is TagMonitoringCondition { IsWorn: true }))
        {
            yield return "Your tag is still on. It has to be taken off: your key worker tells you when and where. Do not take it off yourself.";
        }
        else
        {
            yield return "You do not have to do anything more for us.";
        }
    }

    private static string TemplateOf(AgreementState state, PersonNews news) => news.Kind switch
    {
        NewsKind.Warning => WarningOf(state, news).Level == WarningLevel.First ? "warning-first" : "warning-final",
        NewsKind.Variation => "version",
        NewsKind.Extension => "extension",
        NewsKind.BreachProposed => "breach-proposed",
        NewsKind.BreachDecided => "breach-decided",
        NewsKind.WarningWithdrawn => "warning-withdrawn",
        NewsKind.WarningUpheld => "warning-upheld",
        NewsKind.Discontinuation => "discontinuation",
        _ => "completion",
    };

    private static Warning WarningOf(AgreementState state, PersonNews news) => state.Warnings.First(warning => warning.Number == news.Number);

    private static BreachDecision? DecisionOf(AgreementState state, PersonNews news) =>
        news.Kind == NewsKind.BreachDecided ? state.BreachesDecided.First(decided => decided.Number == news.Number).Decision : null;

    private static string Why(AgreementState state, PersonNews news) => news.Kind switch
    {
        NewsKind.Warning => BreachMessages.Why(state.Failures.LastOrDefault(failure => failure.Id == WarningOf(state, news).FailureId)),
        NewsKind.BreachProposed => state.Breach?.Cause switch
        {
            BreachCause.UnexcusedFailures => "you missed something again after a final warning",
            BreachCause.ProvedReoffending => "we were told that you were charged with, or admitted, another offence",
            BreachCause.TagCut => "we were told that your tag was cut",
            BreachCause.Violence => "violence was reported",
            BreachCause.ConditionsNotKept => "you had not done everything that you agreed to do by the last day",
            _ => "your key worker or a manager thinks that you are not keeping to it",
        },
        _ => "",
    };

    /// <summary>How and by when the person may answer a proposed breach.</summary>
    private static IEnumerable<string> Answer(AgreementState state, SchemeRules scheme, PersonNews news)
    {
        if (news.Kind != NewsKind.BreachProposed || state.Breach is not { } breach || breach.Number != news.Number)
        {
            yield break;
        }

        yield return "Tell us your side. You can say it to your key worker in person or by telephone, write to them, or have somebody say it for you. They write it down, and the manager reads it first.";
        if (breach.AnswerUntil is { } until)
        {
            yield return $"You have until {Wording.By(until)}.{(breach.AnswerAwaited ? "" : $" If this letter came by post, you have {Days(scheme.Breach.AnswerWorkingDays)} from the day on which it came.")} The manager does not end your agreement before that, unless there is a special reason.";
        }

        yield return "You do not have to answer. If you do not want to, tell your key worker.";
    }

    private static string Days(int days) => days == 1 ? "1 working day" : $"{days} working days";

    private static string Decision(BreachDecision? decision) => decision switch
    {
        BreachDecision.Confirm => "Your agreement has ended.",
        BreachDecision.Continue => "You can carry on with your agreement, with a final warning.",
        BreachDecision.Vary => "You can carry on with your agreement, with changes.",
        BreachDecision.Extend => "You can carry on with your agreement. It lasts longer.",
        _ => "",
    };

    private static IEnumerable<string> Next(AgreementState state, PersonNews news) => (news.Kind, DecisionOf(state, news)) switch
    {
        (NewsKind.BreachDecided, BreachDecision.Confirm) =>
        [
            "Your case is back with the police. They decide whether you are charged, and tell you. You can talk to a solicitor.",
            .. StillToDo(state),
        ],
        (NewsKind.BreachDecided, BreachDecision.Continue) => ["If you miss something again without a good reason, a manager looks at your case again.", "Keep to what you agreed. Go to your next meeting."],
        (NewsKind.BreachDecided, BreachDecision.Vary) => ["Ask your key worker for the new version of your agreement, and read it."],
        (NewsKind.BreachDecided, _) => [$"The new last day is {Wording.Day(state.Term!.LastDay)}."],
        (NewsKind.Completion or NewsKind.Discontinuation, _) => StillToDo(state),
        _ => [],
    };
}

using Diversion.Casework.Access;
using Diversion.Casework.Conditions;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Telling;
using NodaTime;

namespace Diversion.Casework.Papers;

/// <summary>How the agreement went: failures, warnings, and everything in the order in which it happened.</summary>
/// <param name="by">Who reads it.</param>
/// <param name="now">When the file is put together.</param>
internal sealed class CaseCourse(Actor by, Seen seen, IReadOnlyList<RecordedEvent> events, Instant now)
{
    private readonly AgreementState state = seen.State;

    public IReadOnlyList<CaseFileFailure> Failures => [.. state.Failures.Select((failure, index) => Show(failure, index))];

    public IReadOnlyList<CaseFileWarning> Warnings => [.. state.Warnings.Select(warning => Show(warning))];

    public IReadOnlyList<CaseFileHearing> Hearings =>
        [.. events.Select(recorded => recorded.Event).OfType<BreachEvent.BreachProposed>().Select(proposed => Show(proposed))];

    public IReadOnlyList<ChronologyEntry> Chronology =>
    [
        .. events.Where(recorded => CaseFileEvents.IsInChronology(recorded.Event))
            .Select(recorded => Show(recorded))
            .OrderBy(entry => entry.HappenedOn).ThenBy(entry => entry.HappenedAt ?? entry.RecordedAt).ThenBy(entry => entry.RecordedAt),
    ];

    private CaseFileFailure Show(Failure failure, int index)
    {
        var recorded = events.First(one => one.Event is BreachEvent.FailureRecorded e && e.FailureId == failure.Id);
        var source = SourceOf(recorded);
        var (on, at) = CaseFileEvents.Of(failure);
        return new CaseFileFailure(
            index + 1,
            failure.Kind,
            failure.ConditionId is { } id ? ConditionWords.Of(state, id) : null,
            What(failure),
            on,
            at,
            recorded.At,
            source.By.Name,
            source.By.Role,
            ReasonOf(recorded) ?? ReasonOf(source),
            failure.Counts ? null : $"{Words.Sentence(NewsWords.Why(failure))}.",
            state.Warnings.FirstOrDefault(warning => warning.FailureId == failure.Id)?.Number)
        {
            ToldBefore = (CaseFileEvents.Subject(failure, state).Item as Appointment)?.Notice is { } notice ? AppointmentWords.ToldBefore(notice, seen.RecordVisibility.Notes) : null,
        };
    }

    private CaseFileWarning Show(Warning warning)
    {
        var issued = events.First(one => one.Event is BreachEvent.WarningIssued e && e.Number == warning.Number);
        var withdrawn = events.FirstOrDefault(one => one.Event is BreachEvent.WarningWithdrawn e && e.Number == warning.Number);
        var failure = state.Failures.ToList().FindIndex(one => one.Id == warning.FailureId);
        return new CaseFileWarning(
            warning.Number,
            warning.Level,
            issued.At,
            issued.By.Name,
            warning.FailureId is not null,
            failure < 0 ? null : failure + 1,
            state.ToldOf(warning) is { } told ? Told(told) : null,
            SaidOf(PersonNews.IdOf(NewsKind.Warning, warning.Number)),
            withdrawn is null ? null : Withdrawn(withdrawn))
        {
            Objections = AnswersTo(PersonNews.IdOf(NewsKind.Warning, warning.Number)),
            Papers = PapersOn(PersonNews.IdOf(NewsKind.Warning, warning.Number)),
            Decided = events.LastOrDefault(one => one.Event is BreachEvent.ContestDecided e && e.Number == warning.Number) is { } decided ? Contested(decided) : null,
        };
    }

    private CaseFileHearing Show(BreachEvent.BreachProposed proposed)
    {
        var id = PersonNews.IdOf(NewsKind.BreachProposed, proposed.Number);
        var told = state.NewsOrNull(id)?.Told;
        return new CaseFileHearing(
            proposed.Number,
            proposed.At,
            told is null ? null : Told(told),
            SaidOf(id),
            events.Select(one => one.Event).OfType<BreachEvent.AnswerAwaited>().LastOrDefault(one => one.Number == proposed.Number)?.Until.Due ?? proposed.AnswerUntil,
            AnswersTo(id),
            events.Select(one => one.Event).OfType<BreachEvent.BreachDecided>().LastOrDefault(one => one.Number == proposed.Number)?.EarlyReason,
            state.Breach?.Number == proposed.Number && state.MayAnswer(now))
        {
            Papers = PapersOn(id),
            DecidedAt = state.BreachesDecided.FirstOrDefault(decided => decided.Number == proposed.Number)?.DecidedAt,
        };
    }

    /// <summary>What was said when the person was told of it, as it was recorded last.</summary>
    private string? SaidOf(string news) => state.NewsOrNull(news)?.Told is { Said: { } said }
        && events.Last(one => one.Event is TellingEvent.PersonTold e && e.News == news) is var recorded && AccessPolicy.MayReadNotes(seen.RecordVisibility, recorded.By) ? said : null;

    private PaperWithAnswer[] PapersOn(string news) =>
    [
        .. state.Documents.Where(document => document.Item == news && document is { ConditionId: null, Removed: false } && AccessPolicy.MaySeeDocument(by, state, document))
            .Select(document => new PaperWithAnswer(document.Id, DocumentWords.Of(document.Kind), document.KeptAt, document.From.Name, document.Sha256)),
    ];

    private string Contested(RecordedEvent recorded) =>
        $"{(((BreachEvent.ContestDecided)recorded.Event).Decision == ContestDecision.Upheld ? "Looked at again and upheld" : "Looked at again and withdrawn")} on {Words.Date(recorded.At)} by {recorded.By.Name}."
        + (EventTexts.ReasonOf(recorded, seen.RecordVisibility) is { } reason ? $" Reason: {reason}" : "");

    private CaseFileAnswer[] AnswersTo(string news) =>
    [
        .. state.Answers.Where(answer => answer.News == news).Select(answer => new CaseFileAnswer(
            answer.Number,
            answer.AnsweredAt,
            NewsWords.How(answer),
            answer.Declines,
            AccessPolicy.MayReadAnswer(seen.RecordVisibility, news) ? answer.Said : null,
            answer.By,
            answer.RecordedAt,
            answer.Corrects,
            answer.Superseded,
            answer.Corrects is null
                ? null
                : EventTexts.ReasonOf(events.First(one => one.Event is TellingEvent.PersonAnswered e && e.Number == answer.Number), seen.RecordVisibility))),
    ];

    private ChronologyEntry Show(RecordedEvent recorded)
    {
        var (on, at) = CaseFileEvents.Happened(recorded.Event, recorded.At, state);
        return new ChronologyEntry(
            on, at, recorded.At, recorded.By.Name, recorded.By.Role, TimelineQuery.FollowedByRule(recorded), EventWords.Of(recorded.Event, state.Victims), ReasonOf(recorded));
    }

    private string What(Failure failure) => CaseFileEvents.Subject(failure, state) switch
    {
        (AppointmentCondition own, Appointment missed) => $"{Words.Of(failure.Kind)}: {SubjectWords.Appointment(own, missed.Id)}",
        ({ } own, TagEvent received) => $"{Words.Of(failure.Kind)}: {ConditionDescriptors.Of(own.Kind).Item(own, received.Id)}",
        ({ } condition, _) => $"{Words.Of(failure.Kind)}: {ConditionWords.Of(condition)}",
        _ => Words.Of(failure.Kind),
    };

    private string? ReasonOf(RecordedEvent recorded)
    {
        string?[] texts = [EventTexts.ReasonOf(recorded, seen.RecordVisibility), EventTexts.Of(recorded, seen.RecordVisibility)];
        return texts.Any(text => text is not null) ? string.Join("\n", texts.Where(text => text is not null)) : null;
    }

    private static string Told(Told told) =>
        $"{told.By} told the person {NewsWords.How(told.How)} on {Words.Date(told.At)} at {Words.Time(told.At)}"
        + (told.CountsFrom > told.At ? $". It counts as told from {Words.Date(told.CountsFrom)}." : ".");

    private string Withdrawn(RecordedEvent recorded) =>
        $"Withdrawn on {Words.Date(recorded.At)}{(recorded.ByRule ? "" : $" by {recorded.By.Name}")}{Why((BreachEvent.WarningWithdrawn)recorded.Event, recorded.ByRule)}."
        + (EventTexts.ReasonOf(recorded, seen.RecordVisibility) is { } reason ? $" Reason: {reason}" : "");

    /// <summary>Events of before the cause was kept fell because the failure was excused.</summary>
    private static string Why(BreachEvent.WarningWithdrawn withdrawn, bool byRule) => withdrawn.Because switch
    {
        WithdrawnBecause.GivenTooEarly => ", because the person had not been told of the warning before it",
        WithdrawnBecause.FailureExcused => ", because the failure was excused",
        _ => byRule ? ", because the failure was excused" : "",
    };

    /// <summary>The recorded event or decision from which this followed by rule.</summary>
    private RecordedEvent SourceOf(RecordedEvent recorded)
    {
        if (!recorded.ByRule)
        {
            return recorded;
        }

        for (var number = recorded.Number - 1; number >= 1 && events[number - 1].At == recorded.At; number--)
        {
            if (!events[number - 1].ByRule)
            {
                return events[number - 1];
            }
        }

        return recorded;
    }
}

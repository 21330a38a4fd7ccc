using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Telling;

namespace Diversion.Casework.Queries;

/// <summary>How the breach came about: failures, warnings, and everything in the order in which it happened.</summary>
internal sealed class BreachCourse(Seen seen, IReadOnlyList<RecordedEvent> events)
{
    private readonly AgreementState state = seen.State;

    public IReadOnlyList<BreachFileFailure> Failures => [.. state.Failures.Select((failure, index) => Show(failure, index))];

    public IReadOnlyList<BreachFileWarning> Warnings => [.. state.Warnings.Select(warning => Show(warning))];

    public IReadOnlyList<ChronologyEntry> Chronology =>
    [
        .. events.Where(recorded => BreachFileEvents.IsInChronology(recorded.Event))
            .Select(recorded => Show(recorded))
            .OrderBy(entry => entry.HappenedOn).ThenBy(entry => entry.HappenedAt ?? entry.RecordedAt).ThenBy(entry => entry.RecordedAt),
    ];

    private BreachFileFailure Show(Failure failure, int index)
    {
        var recorded = events.First(one => one.Event is BreachEvent.FailureRecorded e && e.FailureId == failure.Id);
        var source = SourceOf(recorded);
        var (on, at) = BreachFileEvents.Of(failure);
        return new BreachFileFailure(
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
            failure.Counts ? null : $"{Sentence(NewsWords.Why(failure))}.",
            state.Warnings.FirstOrDefault(warning => warning.FailureId == failure.Id)?.Number);
    }

    private BreachFileWarning Show(Warning warning)
    {
        var issued = events.First(one => one.Event is BreachEvent.WarningIssued e && e.Number == warning.Number);
        var withdrawn = events.FirstOrDefault(one => one.Event is BreachEvent.WarningWithdrawn e && e.Number == warning.Number);
        var failure = state.Failures.ToList().FindIndex(one => one.Id == warning.FailureId);
        return new BreachFileWarning(
            warning.Number,
            warning.Level,
            issued.At,
            issued.By.Name,
            warning.FailureId is not null,
            failure < 0 ? null : failure + 1,
            state.ToldOf(warning) is { } told ? Told(told) : null,
            state.ToldOf(warning)?.Said,
            withdrawn is null ? null : Withdrawn(withdrawn));
    }

    private ChronologyEntry Show(RecordedEvent recorded)
    {
        var (on, at) = BreachFileEvents.Happened(recorded.Event, recorded.At, state);
        return new ChronologyEntry(
            on, at, recorded.At, recorded.By.Name, recorded.By.Role, recorded.ByRule && recorded.By.Role != Role.Clock, EventWords.Of(recorded.Event), ReasonOf(recorded));
    }

    private string What(Failure failure) => BreachFileEvents.Subject(failure, state) switch
    {
        (AppointmentCondition own, Appointment missed) => $"{Words.Of(failure.Kind)}: {SubjectWords.Appointment(own, missed.Id)}",
        (_, TagEvent received) => $"{Words.Of(failure.Kind)}: {SubjectWords.TagEvent(received)}",
        ({ } condition, _) => $"{Words.Of(failure.Kind)}: {ConditionWords.Of(condition)}",
        _ => Words.Of(failure.Kind),
    };

    private string? ReasonOf(RecordedEvent recorded)
    {
        string?[] texts = [EventTexts.ReasonOf(recorded, seen.Sight), EventTexts.Of(recorded, seen.Sight)];
        return texts.Any(text => text is not null) ? string.Join("\n", texts.Where(text => text is not null)) : null;
    }

    private static string Told(Told told) =>
        $"{told.By} told the person {NewsWords.How(told.How)} on {Words.Date(told.At)} at {Words.Time(told.At)}"
        + (told.CountsFrom > told.At ? $". It counts as told from {Words.Date(told.CountsFrom)}." : ".");

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private string Withdrawn(RecordedEvent recorded) =>
        $"Withdrawn on {Words.Date(recorded.At)}{(recorded.ByRule ? ", because the failure was excused" : $" by {recorded.By.Name}")}."
        + (EventTexts.ReasonOf(recorded, seen.Sight) is { } reason ? $" Reason: {reason}" : "");

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

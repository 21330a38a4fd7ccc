using System.Collections.Concurrent;
using System.Collections.Immutable;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Breach;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Analysis;

/// <summary>Everybody of the programme as evaluation sees them: one scan of one table, under pseudonyms.</summary>
public sealed class PeopleScan(ITableStore store, Pseudonyms usual)
{
    /// <summary>Ids of the unit costs of what a person used, and of what was not needed.</summary>
    public const string WorkerHour = "worker-hour";
    public const string Session = "session";
    public const string WorkHour = "reparation-hour";
    public const string TagDay = "tag-day";
    public const string ChargeAvoided = "charge";
    public const string CourtCaseAvoided = "court-case";

    /// <summary>Rows that one thread takes: about one page of the store.</summary>
    private const int AtOnce = 500;

    private static readonly ImmutableDictionary<string, decimal> NotCharged =
        ImmutableDictionary<string, decimal>.Empty.Add(ChargeAvoided, 1).Add(CourtCaseAvoided, 1);

    /// <param name="pseudonyms">Of a release with a salt of its own; null for those that analysts see in the register.</param>
    /// <returns>In the order of the pseudonyms, so that the same people give the same numbers.</returns>
    public async Task<IReadOnlyList<PersonRow>> All(Pseudonyms? pseudonyms = null, CancellationToken cancellation = default)
    {
        var names = new Names(pseudonyms ?? usual);
        var read = new ConcurrentBag<PersonRow[]>();

        // One thread reads on while the others make people of what it has read.
        await Parallel.ForEachAsync(store.ScanInAnyOrder(Tables.Evaluation, cancellation).Chunk(AtOnce), cancellation, (rows, _) =>
        {
            read.Add(Array.ConvertAll(rows, row => Of(RowOf<EvaluationRow>.Read(row), names)));
            return ValueTask.CompletedTask;
        });
        PersonRow[] people = [.. read.SelectMany(some => some)];
        Array.Sort(people, static (one, other) => string.CompareOrdinal(one.Pseudonym, other.Pseudonym));
        return people;
    }

    private static PersonRow Of(EvaluationRow row, Names names) => new(names.Case(row.Agreement))
    {
        Groups = new(row.Sex is { } sex ? Words.Of(sex) : null, row.AgeBand, row.Ethnicity, row.OffenceGroup, row.RiskBand is { } band ? Words.Of(band) : null, row.Ward, row.District),
        Trial = row.Arm is { } arm ? Trial(row, arm) : null,
        Course = Course(row, names),
        FollowUp = FollowUpText.Read(row.FollowUp),
        Victims = row.Victims is { } victims ? [.. victims.Select(VictimText.Read)] : [],
        Used = Used(row),
        Avoided = row.End == CourseEnd.Completed ? NotCharged : ImmutableDictionary<string, decimal>.Empty,
    };

    private static TrialPlace Trial(EvaluationRow row, string arm) => new(
        arm,
        row.AllocatedOn!.Value,
        row.Stratum ?? "",
        row is { Received: { } received, ReceivedOn: { } on } ? new(received, on) : null,
        row.Crossover)
    {
        Trial = row.Trial ?? "",
    };

    private static CourseFacts Course(EvaluationRow row, Names names) => new()
    {
        ReferredOn = row.ReferredOn,
        EligibilityDecidedOn = row.DecidedOn,
        NotEligibleBecause = row.NotEligible,
        OfferedOn = row.OfferedOn,
        DeclinedOn = row.DeclinedOn,
        SignedOn = row.SignedOn,
        EndedOn = row.SignedOn is null ? null : row.EndedOn,
        End = row.End,
        BreachProposedOn = row.BreachProposedOn,
        BreachDecidedOn = row.BreachDecidedOn,
        BreachConfirmed = row.BreachDecision is { } decision ? decision == BreachDecision.Confirm : null,
        BreachCause = row.BreachCause is { } cause ? BreachCauseWords.Of(cause) : null,
        Warnings = row.Warnings ?? 0,
        Conditions = row.Conditions is { } conditions ? [.. conditions.Select(ConditionText.Read)] : [],
        Meetings = row.Meetings is { } meetings ? [.. meetings.Select(meeting => MeetingText.Read(meeting, names.WorkerOf))] : [],
    };

    private static ImmutableDictionary<string, decimal> Used(EvaluationRow row)
    {
        var used = ImmutableDictionary<string, decimal>.Empty;
        Add(WorkerHour, row.WorkerMinutes / 60m);
        Add(Session, row.Sessions);
        Add(WorkHour, row.WorkMinutes / 60m);
        Add(TagDay, row.TagDays);
        return used;

        void Add(string unit, decimal? quantity) => used = quantity is { } some ? used.Add(unit, some) : used;
    }

    /// <summary>Pseudonyms of one scan; a worker's is computed once.</summary>
    private sealed class Names(Pseudonyms pseudonyms)
    {
        private readonly ConcurrentDictionary<string, string> workers = new(StringComparer.Ordinal) { [""] = "not recorded" };

        public Func<string, string> WorkerOf => field ??= Worker;

        public string Case(string reference) => pseudonyms.Of(reference);

        private string Worker(string stored) => workers.GetOrAdd(stored, static (id, names) => names.OfWorker(WordText.Unescape(id)), pseudonyms);
    }
}

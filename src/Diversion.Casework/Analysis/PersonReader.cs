using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Breach;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Evaluation.Rows;
using NodaTime;

namespace Diversion.Casework.Analysis;

/// <summary>
/// Makes people of stored rows, from the bytes as they are stored: a hundred thousand rows have some millions of values, and
/// most of them come again in another row. Not for two threads at once.
/// </summary>
internal sealed class PersonReader : IDisposable
{
    private const string NotRecorded = "not recorded";

    private static readonly ImmutableArray<Quantity> NotCharged = [new(PeopleScan.ChargeAvoided, 1), new(PeopleScan.CourtCaseAvoided, 1)];

    private readonly PseudonymRun pseudonyms;
    private readonly Remembered<string> texts = new(text => text);
    private readonly Remembered<string> sexes = new(text => Words.Of(StoredValue<Sex>.Read(text)));
    private readonly Remembered<string> bands = new(text => Words.Of(StoredValue<RiskBand>.Read(text)));
    private readonly Remembered<string> causes = new(text => BreachCauseWords.Of(StoredValue<BreachCause>.Read(text)));
    private readonly Remembered<bool> confirmed = new(text => StoredValue<BreachDecision>.Read(text) == BreachDecision.Confirm);
    private readonly Remembered<CourseEnd> ends = new(StoredValue<CourseEnd>.Read);
    private readonly Remembered<ConditionFacts> conditions = new(ConditionText.Read);
    private readonly Remembered<VictimFacts> victims = new(VictimText.Read);
    private readonly Remembered<Reoffence> outcomes = new(FollowUpText.Outcome);
    private readonly Remembered<HealthCheckFacts> checks = new(HealthCheckText.Read);
    private readonly Remembered<ExitPlanFacts> exits = new(ExitPlanText.Read);
    private readonly Remembered<Meeting> meetings;
    private readonly Remembered<ReferralFacts> referrals;

    public PersonReader(PseudonymRun pseudonyms)
    {
        this.pseudonyms = pseudonyms;
        meetings = new(tail => MeetingText.Tail(tail, id => id.Length == 0 ? NotRecorded : pseudonyms.OfWorker(WordText.Unescape(id))));
        referrals = new(tail => ReferralText.Tail(tail, pseudonyms.OfWorker));
    }

    /// <param name="known">What comes in many words.</param>
    private delegate T ReadWord<T>(ReadOnlySpan<byte> word, Remembered<T> known);

    /// <exception cref="InvalidOperationException">The row was not written by this version. The message says what to do.</exception>
    public PersonRow Read(TableRow row)
    {
        // A store that keeps no text of its own has its values written out first: it waits for a network anyway.
        var json = row.Properties is PropertyDictionary stored ? stored.Json : PropertyText.Encode(row.Properties);
        Span<Range> places = stackalloc Range[EvaluationFields.Count];
        var fields = EvaluationFields.Find(json, places);
        var end = fields.Has(EvaluationFields.End) ? ends.Of(fields.Text(EvaluationFields.End)) : (CourseEnd?)null;
        return new(pseudonyms.Of(fields.Required(EvaluationFields.Agreement)))
        {
            Groups = Groups(fields),
            Trial = fields.Has(EvaluationFields.Arm) ? Trial(fields) : null,
            Course = Course(fields, end),
            FollowUp = FollowUpText.Read(fields.Text(EvaluationFields.FollowUp), outcomes),
            Victims = List(fields.Text(EvaluationFields.Victims), victims),
            Used = Used(fields),
            Avoided = end == CourseEnd.Completed ? NotCharged : [],
        };
    }

    public void Dispose() => pseudonyms.Dispose();

    private PersonGroups Groups(EvaluationFields fields) => new(
        Of(fields, EvaluationFields.Sex, sexes),
        Of(fields, EvaluationFields.AgeBand, texts),
        Of(fields, EvaluationFields.Ethnicity, texts),
        Of(fields, EvaluationFields.OffenceGroup, texts),
        Of(fields, EvaluationFields.RiskBand, bands),
        Of(fields, EvaluationFields.Ward, texts),
        Of(fields, EvaluationFields.District, texts));

    private TrialPlace Trial(EvaluationFields fields) => new(
        texts.Of(fields.Text(EvaluationFields.Arm)),
        StoredDay.Read(fields.Required(EvaluationFields.AllocatedOn)),
        texts.Of(fields.Text(EvaluationFields.Stratum)),
        fields.Has(EvaluationFields.Received) && Day(fields, EvaluationFields.ReceivedOn) is { } on ? new(texts.Of(fields.Text(EvaluationFields.Received)), on) : null,
        Of(fields, EvaluationFields.Crossover, texts))
    {
        Trial = texts.Of(fields.Text(EvaluationFields.Trial)),
    };

    private CourseFacts Course(EvaluationFields fields, CourseEnd? end)
    {
        var signed = Day(fields, EvaluationFields.SignedOn);
        return new()
        {
            ReferredOn = StoredDay.Read(fields.Required(EvaluationFields.ReferredOn)),
            EligibilityDecidedOn = Day(fields, EvaluationFields.DecidedOn),
            NotEligibleBecause = Of(fields, EvaluationFields.NotEligible, texts),
            OfferedOn = Day(fields, EvaluationFields.OfferedOn),
            DeclinedOn = Day(fields, EvaluationFields.DeclinedOn),
            SignedOn = signed,
            EndedOn = signed is null ? null : Day(fields, EvaluationFields.EndedOn),
            End = end,
            BreachProposedOn = Day(fields, EvaluationFields.BreachProposedOn),
            BreachDecidedOn = Day(fields, EvaluationFields.BreachDecidedOn),
            BreachConfirmed = fields.Has(EvaluationFields.BreachDecision) ? confirmed.Of(fields.Text(EvaluationFields.BreachDecision)) : null,
            BreachCause = Of(fields, EvaluationFields.BreachCause, causes),
            Warnings = fields.Number(EvaluationFields.Warnings) ?? 0,
            Conditions = List(fields.Text(EvaluationFields.Conditions), conditions),
            Meetings = List(fields.Text(EvaluationFields.Meetings), meetings, MeetingText.Read),
            Referrals = List(fields.Text(EvaluationFields.Referrals), referrals, ReferralText.Read),
            HealthCheck = fields.Has(EvaluationFields.HealthCheck) ? checks.Of(fields.Text(EvaluationFields.HealthCheck)) : null,
            ExitPlan = fields.Has(EvaluationFields.ExitPlan) ? exits.Of(fields.Text(EvaluationFields.ExitPlan)) : null,
        };
    }

    private static ImmutableArray<Quantity> Used(EvaluationFields fields)
    {
        Span<Quantity> used = [default, default, default, default];
        var count = 0;
        Add(used, ref count, PeopleScan.WorkerHour, fields.Number(EvaluationFields.WorkerMinutes) / 60m);
        Add(used, ref count, PeopleScan.Session, fields.Number(EvaluationFields.Sessions));
        Add(used, ref count, PeopleScan.WorkHour, fields.Number(EvaluationFields.WorkMinutes) / 60m);
        Add(used, ref count, PeopleScan.TagDay, fields.Number(EvaluationFields.TagDays));
        return [.. used[..count]];

        static void Add(Span<Quantity> used, ref int count, string unit, decimal? quantity)
        {
            if (quantity is { } some)
            {
                used[count++] = new(unit, some);
            }
        }
    }

    private static ImmutableArray<T> List<T>(ReadOnlySpan<byte> words, Remembered<T> known) => List(words, known, static (word, known) => known.Of(word));

    private static ImmutableArray<T> List<T>(ReadOnlySpan<byte> words, Remembered<T> known, ReadWord<T> readWord)
    {
        if (words.IsEmpty)
        {
            return [];
        }

        var read = new T[words.Count((byte)' ') + 1];
        var next = 0;
        foreach (var word in words.Split((byte)' '))
        {
            read[next++] = readWord(words[word], known);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(read);
    }

    private static string? Of(EvaluationFields fields, int field, Remembered<string> known) => fields.Has(field) ? known.Of(fields.Text(field)) : null;

    private static LocalDate? Day(EvaluationFields fields, int field) => StoredDay.ReadOrNull(fields.Text(field));
}

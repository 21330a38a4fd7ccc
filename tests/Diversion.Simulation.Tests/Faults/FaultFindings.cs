using System.Text.Json;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Domain.Term;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>What must be true after a run, whatever failed during it.</summary>
internal static class FaultFindings
{
    /// <param name="reference">The same people without faults; null where times differ.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public static async Task<List<string>> Of(FaultRun run, FaultRun? reference)
    {
        var wrong = run.Errors.Select(error => $"logged: {error}").ToList();
        if ((await Verification.Run(run.Disk)).Fault is { } fault)
        {
            wrong.Add($"verify: {fault}");
        }

        foreach (var id in run.Agreements)
        {
            var events = await SimulatedProgramme.Events(run.Disk, id);
            await run.Answers.Check(run.Disk, id, events);
            wrong.AddRange(HappenedTwice(id, events));
            await Delivered(run, id, wrong);
            if (reference is not null && FirstDifference(events, await SimulatedProgramme.Events(reference.Disk, id)) is { } difference)
            {
                wrong.Add($"{id}: not as without faults: {difference}");
            }
        }

        wrong.AddRange(run.Answers.Wrong);
        wrong.AddRange(run.Box.Needless.Select(id => $"The message {id} was sent again although nothing explains it."));
        foreach (var table in new[] { Tables.Due, Tables.Outbox })
        {
            await foreach (var row in run.Disk.Scan(table))
            {
                if (string.CompareOrdinal(row.Row, Sortable.Ascending(run.Ended)) <= 0)
                {
                    wrong.Add($"{table}: {row.Row} is due and was forgotten.");
                }
            }
        }

        return wrong;
    }

    /// <summary>What time alone caused is caused once.</summary>
    private static IEnumerable<string> HappenedTwice(AgreementId id, IReadOnlyList<RecordedEvent> events) =>
        events.Where(one => one.By.Role == Role.Clock)
            .GroupBy(one => $"{one.Event.GetType().Name} {JsonSerializer.Serialize<object>(one.Event, StoredJson.Options)}")
            .Where(same => same.Count() > Most(same.First().Event, events))
            .Select(same => $"{id}: {same.Key} happened {same.Count()} times.");

    private static int Most(AgreementEvent happened, IReadOnlyList<RecordedEvent> events) => happened switch
    {
        // An extension after the last period opens another.
        SupervisionEvent.PeriodsEnded => 1 + events.Count(one => one.Event is TermEvent.TermExtended),

        // Two days before, and on the morning.
        AppointmentEvent.ParticipantReminded => 2,

        // The officer is told 28 and 14 days before the charge-by date.
        TermEvent.OwnerReminded { Rule: RuleIds.CaseOutcome } => 2,
        _ => 1,
    };

    private static async Task Delivered(FaultRun run, AgreementId id, List<string> wrong)
    {
        await foreach (var row in run.Disk.Rows(Tables.Agreements, id.Value, "o:", "o;"))
        {
            if (row.Text("status") == nameof(DeliveryStatus.Sent) && !run.Box.Has(row.Row["o:".Length..]))
            {
                wrong.Add($"{id}: the message {row.Row} is said to be sent, and did not arrive.");
            }
        }
    }

    private static string? FirstDifference(IReadOnlyList<RecordedEvent> events, IReadOnlyList<RecordedEvent> expected)
    {
        for (var place = 0; place < Math.Max(events.Count, expected.Count); place++)
        {
            var (got, wanted) = (Text(events, place), Text(expected, place));
            if (got != wanted)
            {
                return $"event {place + 1} is {got} instead of {wanted}";
            }
        }

        return null;

        static string Text(IReadOnlyList<RecordedEvent> events, int place) =>
            place < events.Count ? $"{events[place].At} {events[place].By.Id} {JsonSerializer.Serialize<object>(events[place].Event, StoredJson.Options)}" : "nothing";
    }
}

using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>What senders were told, to be compared with what the store holds at the end.</summary>
internal sealed class Answers
{
    private readonly Dictionary<(string Stream, string Key), (int First, int Last)?> asked = [];
    private readonly Dictionary<(string Stream, string Id), bool> fed = [];

    public List<string> Wrong { get; } = [];

    /// <summary>A person's request; nothing is known of it yet.</summary>
    public void Asked(AgreementId id, string key) => asked.TryAdd((id.Value, key), null);

    public void Answered(AgreementId id, string key, Outcome outcome)
    {
        if (outcome is not Outcome.Accepted accepted)
        {
            return;
        }

        var range = (accepted.FirstEvent, accepted.LastEvent);
        if (asked[(id.Value, key)] is { } before && before != range)
        {
            Wrong.Add($"{id}: the request {key} was answered with events {before} and with {range}.");
        }

        asked[(id.Value, key)] = range;
    }

    /// <summary>An item of a feed.</summary>
    /// <param name="taken">The sender was told that it is kept.</param>
    public void Fed(AgreementId id, string item, bool taken) => fed[(id.Value, item)] = taken || fed.GetValueOrDefault((id.Value, item));

    public async Task Check(ITableStore disk, AgreementId id, IReadOnlyList<RecordedEvent> events)
    {
        var last = events.Count == 0 ? 0 : events[^1].Number;
        var owner = new string?[last + 1];
        if (events.Count != last)
        {
            Wrong.Add($"{id}: there are {events.Count} events, and the last one has number {last}.");
        }

        foreach (var ((_, key), answered) in asked.Where(one => one.Key.Stream == id.Value))
        {
            if (answered is { } range && range.Last > last)
            {
                Wrong.Add($"{id}: the request {key} was accepted with events {range}, and the last one is {last}.");
                continue;
            }

            // Of a request without an answer the store may know.
            if ((answered ?? await Kept(disk, id, key)) is not { } written)
            {
                continue;
            }

            for (var number = written.First; number <= written.Last; number++)
            {
                if (owner[number] is { } other)
                {
                    Wrong.Add($"{id}: event {number} belongs to the requests {other} and {key}.");
                }

                owner[number] = key;
            }
        }

        foreach (var own in events.Where(one => one.By.Role is not (Role.Clock or Role.Feed) && owner[one.Number] is null))
        {
            Wrong.Add($"{id}: event {own.Number} ({own.Event.GetType().Name}) belongs to no request: something was done twice.");
        }

        foreach (var ((_, item), taken) in fed.Where(one => one.Key.Stream == id.Value))
        {
            var count = events.Count(one => one.By.Role == Role.Feed && !one.ByRule && JsonSerializer.Serialize<object>(one.Event, StoredJson.Options).Contains($"\"{item}\"", StringComparison.Ordinal));
            if (count > 1 || (taken && count == 0))
            {
                Wrong.Add($"{id}: the item {item} of a feed is there {count} times{(taken ? " and was accepted" : "")}.");
            }
        }
    }

    private static async Task<(int First, int Last)?> Kept(ITableStore disk, AgreementId id, string key) =>
        await disk.Get(Tables.Agreements, id.Value, $"k:{key}") is { } row ? ((int)row.Number("first"), (int)row.Number("last")) : null;
}

using System.Diagnostics;
using Diversion.Benchmarks.Bare;
using Diversion.Benchmarks.Cases;
using Diversion.Benchmarks.Measuring;
using Diversion.Casework.Agreements;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Local.Storage;
using static Diversion.Benchmarks.Measuring.Settings;

namespace Diversion.Benchmarks.Figures;

/// <summary>
/// Every agreement due at the same instant. The domain alone computes beforehand what should fire. Afterwards each
/// agreement must be at exactly that event, and another sweep must find nothing.
/// </summary>
internal static class Sweeping
{
    public static async Task<Figure[]> Measure(Settings settings)
    {
        var durable = await DurableLoad.Run(Math.Min(settings.Agreements, 10_000), 64, settings.Quick ? 1_000 : 4_000, 3);
        using var folder = await Population.Copy(settings.Agreements);
        RecordingStore? recording = null;
        using var place = new Workplace(folder.Path, store => recording = new RecordingStore(store));
        var (expected, events) = await Expected(place, settings.Agreements);

        var groups = place.Groups;
        var watch = Stopwatch.StartNew();
        var woken = await place.Parts.Sweep.Run(CaseScript.AllDue);
        var rate = woken / watch.Elapsed.TotalSeconds;
        var commits = recording!.Take();
        var size = Math.Max(1, (int)Math.Round(commits.Count / (double)(place.Groups - groups)));

        var wrong = await Wrong(place, expected);
        var again = await place.Parts.Sweep.Run(CaseScript.AllDue);
        var right = wrong == 0 && again == 0 && woken == expected.Count;
        var bare = await BareRate(settings.Agreements, commits, size);
        return
        [
            new Figure(
                Text($"{settings.Agreements:N0} agreements due at once"),
                Text($"{rate:N0} commands/s of {(double)events / expected.Count:0.0} events; {(right ? "each fired once" : $"{wrong} WRONG, {again} woken again, {woken} of {expected.Count} woken")}"),
                Text($"{bare:N0}/s (same rows, groups of {size})"),
                rate / bare,
                Text($"durable rate ({durable.Rate:N0}/s), once"),
                right && rate >= durable.Rate * 0.95),
        ];
    }

    /// <returns>Commits per second: each changes a different agreement, so most pages are not in the cache.</returns>
    private static async Task<double> BareRate(int agreements, List<EncodedChange[]> commits, int size)
    {
        using var folder = await Population.Copy(agreements);
        using var writer = new BareWriter(folder.Path);
        var watch = Stopwatch.StartNew();
        foreach (var group in commits.Chunk(size))
        {
            writer.Write(group);
        }

        return commits.Count / watch.Elapsed.TotalSeconds;
    }

    /// <returns>The event at which each agreement must be afterwards, and how many are to be added in total.</returns>
    private static async Task<(Dictionary<AgreementId, int> Versions, long Events)> Expected(Workplace place, int agreements)
    {
        var streams = new StreamReader<AgreementState, AgreementEvent>(place.Sqlite, AgreementKind.Instance);
        var expected = new Dictionary<AgreementId, int>(agreements);
        var events = 0L;
        for (var number = 0; number < agreements; number++)
        {
            var state = (await streams.Load(new CaseScript(number).Id.Value))!.State;
            var before = state.Version;
            var passed = new TimePassed { By = Actor.Clock, At = CaseScript.AllDue };
            while (Agreement.Decide(state, passed, People.Rulebook.RulesInForceFor(state, passed)) is { Events.Count: > 0 } decision)
            {
                state = decision.State;
            }

            events += state.Version - before;
            expected[state.Id] = state.Version > before
                ? state.Version
                : throw new InvalidOperationException($"{state.Id} is not due; move {nameof(CaseScript.AllDue)}.");
        }

        return (expected, events);
    }

    private static async Task<int> Wrong(Workplace place, Dictionary<AgreementId, int> expected)
    {
        var found = new Dictionary<AgreementId, int>(expected.Count);
        await foreach (var row in place.Sqlite.Scan(Casework.Storage.Tables.Agreements))
        {
            if (row.Row.StartsWith("e:", StringComparison.Ordinal))
            {
                found[new AgreementId(row.Partition)] = found.GetValueOrDefault(new AgreementId(row.Partition)) + 1;
            }
        }

        return expected.Count(pair => found.GetValueOrDefault(pair.Key) != pair.Value);
    }
}

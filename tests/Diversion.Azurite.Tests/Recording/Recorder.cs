using Diversion.Azurite.Demo;
using Diversion.Azurite.Emulator;
using Diversion.Azurite.Tests.Hosts;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Tests.VirtualTime;
using Diversion.Functions.Tests.Workflows;
using Diversion.Functions.Workflows;
using Diversion.Simulation.VirtualTime;
using Diversion.Storage.Compliance;
using NodaTime;

namespace Diversion.Azurite.Tests.Recording;

/// <summary>
/// Makes the histories that <see cref="Histories"/> keeps, on the real engine: a whole life, and agreements whose activities
/// fail in every way that the workflows try again. Takes some minutes, since the engine really waits before it tries again.
/// </summary>
internal static class Recorder
{
    private const int MostFailuresOfTime = 3;
    private const int MostFailuresOfDelivery = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> Run()
    {
        using var azurite = await AzuriteEmulator.Start(folder: null);
        var histories = (await Task.WhenAll(WholeLife(azurite.Connection), Failing(azurite.Connection))).SelectMany(heard => heard).ToList();
        foreach (var workflow in histories.GroupBy(rows => rows.Find(row => row.Kind == RowKind.ExecutionStarted)!.Name!, StringComparer.Ordinal))
        {
            var kept = Histories.Read(workflow.Key);
            var shapes = kept.Select(Histories.Shape).ToHashSet(StringComparer.Ordinal);
            var fresh = workflow.Where(rows => shapes.Add(Histories.Shape(rows))).ToList();
            Histories.Write(workflow.Key, [.. kept, .. fresh]);
            Console.WriteLine($"{workflow.Key}: {kept.Count} kept, {fresh.Count} new");
        }

        return 0;
    }

    private static async Task<IEnumerable<List<HistoryRow>>> WholeLife(string connection)
    {
        var life = AllLives.Discontinued;
        var heard = new ScriptedAnswers();
        var clock = new TimeMachine(null, life.Start);
        await using var host = await DurableHost.Start(
            SharedEmulator.Settings(connection, "RecordLife", "one") with { Listener = heard }, new InMemoryTableStore(), clock, new ShiftedTime(clock, SystemClock.Instance));
        await life.Live(DurableTime.Of(host, clock.MoveTo));
        await Instances.End(host);
        return heard.Generations.Values.SelectMany(generations => generations);
    }

    private static async Task<IEnumerable<List<HistoryRow>>> Failing(string connection)
    {
        var store = new InMemoryTableStore();
        var agreements = new List<AgreementState>();
        var clock = new TimeMachine(null, AllLives.Completed.Start);
        for (var one = 0; one < (MostFailuresOfTime + 1) * (MostFailuresOfDelivery + 1); one++)
        {
            agreements.Add(await Signed(one, store, clock));
        }

        var heard = new ScriptedAnswers();
        await using var host = await DurableHost.Start(
            SharedEmulator.Settings(connection, "RecordFaults", "one") with { Listener = heard }, store, clock, new ShiftedTime(clock, SystemClock.Instance));
        var instances = agreements.SelectMany(state => Agreement.OpenTracks(state).Select(track => WorkflowIds.InstanceOf(state.Id.Value, track.Id))).ToList();

        // First they fail, and then wait.
        for (var one = 0; one < agreements.Count; one++)
        {
            foreach (var track in Agreement.OpenTracks(agreements[one]))
            {
                var deliveries = track.Id == Tracks.Agreement ? Script(one / (MostFailuresOfTime + 1), MostFailuresOfDelivery) : [];
                heard.Next(WorkflowIds.InstanceOf(agreements[one].Id.Value, track.Id), [.. Script(one % (MostFailuresOfTime + 1), MostFailuresOfTime), .. deliveries]);
            }
        }

        await Task.WhenAll(agreements.Select(state => host.WakeUps.StartOrNudge(state.Id, Agreement.OpenTracks(state), CancellationToken.None)));
        await Quiet(heard);
        var waiting = heard.Generations;

        // A nudge ends that wait; the next ends by its timer.
        foreach (var instance in instances)
        {
            heard.Next(instance, Verdict.DueSoon);
            await host.Client.RaiseEventAsync(instance, WakeUp.Nudge, true);
        }

        await Quiet(heard);
        await Task.Delay(TimeSpan.FromSeconds(10));
        await Quiet(heard);

        // And one nudge comes while the activity runs that another asked for.
        for (var nudge = 0; nudge < 6; nudge++)
        {
            await Task.WhenAll(instances.Select(instance => host.Client.RaiseEventAsync(instance, WakeUp.Nudge, true)));
        }

        await Quiet(heard);
        return waiting.Values.Concat(heard.Generations.Values).SelectMany(generations => generations);
    }

    private static IEnumerable<Verdict> Script(int failures, int most) =>
        Enumerable.Repeat(Verdict.Failed, failures).Concat(failures < most ? [Verdict.AsItIs] : []);

    /// <summary>An agreement with every condition, signed, of which nothing has been set up.</summary>
    private static async Task<AgreementState> Signed(int number, ITableStore store, TimeMachine clock)
    {
        var life = new Life($"recorded-{number}", AllLives.Completed.Referred, 4, AllLives.EveryCondition) { Signs = false };
        using var process = new OneProcess(life.Start);
        await life.Live(process);
        var now = Domain.Time.WorkingCalendar.At(life.Referred.PlusDays(life.Days), new LocalTime(17, 0));
        await process.Casework.Execute(life.Id, new OfferCommand.SignAgreement(life.Referred.PlusDays(life.Days), Programmes.WorkerRef) { By = Programmes.Officer, At = now, Reason = "signed" });
        clock.MoveTo(now);
        foreach (var table in Tables.All)
        {
            await foreach (var row in process.Store.Scan(table))
            {
                await store.Commit(new TableTransaction(table, row.Partition, [new RowChange.Upsert(row.Row, row.Properties)]), [], CancellationToken.None);
            }
        }

        return (await process.Casework.Find(life.Id))!;
    }

    private static async Task Quiet(ScriptedAnswers heard)
    {
        using var patience = new CancellationTokenSource(Patience);
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(2), patience.Token);
        }
        while (!heard.IsPlayed || !heard.IsQuiet);
    }
}

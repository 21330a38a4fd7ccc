using Diversion.Azurite.Tests.Hosts;
using Diversion.Azurite.Tests.Recording;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Tests.VirtualTime;
using Diversion.Functions.Tests.Workflows;
using Diversion.Simulation.VirtualTime;
using Diversion.Storage.Compliance;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diversion.Azurite.Tests;

/// <summary>
/// The runner in virtual time, with which thousands of agreements are tried, against the real engine: the same life, the
/// same workflows with the same actions.
/// </summary>
[Collection(OnTheEmulator.Name)]
public sealed class SameActionsTests(SharedEmulator emulator)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_runner_in_virtual_time_and_the_real_engine_do_the_same_in_the_same_life()
    {
        var life = AllLives.Brief;
        using var runner = new WorkflowHost(life.Start, hubTime: new DistantTime());
        await life.Live(Nudged(runner));
        var heard = new Overheard();
        var clock = new TimeMachine(null, life.Start);
        await using var engine = await DurableHost.Start(
            emulator.NewHub() with { Listener = heard }, new InMemoryTableStore(), clock, new DistantTime());
        await life.Live(new DurableTime(engine.Casework, engine.Get<DueSweep>(), engine.Get<OverdueStreams>(), engine.WakeUps, clock.MoveTo)
        {
            Quiet = () => Quiet(engine, heard),
        });

        var real = heard.Generations;
        Assert.Equal(runner.Hub.Instances.Keys.Order(StringComparer.Ordinal), real.Keys.Order(StringComparer.Ordinal));
        foreach (var instance in runner.Hub.Instances.Values)
        {
            Assert.Equal(string.Join("\n\n", Done([.. instance.Past, instance.History])), string.Join("\n\n", Done(real[instance.Id])));
        }

        // And the runner, given the engine's histories, demands at each step what the worker demanded there.
        foreach (var rows in real.Values.SelectMany(generations => generations))
        {
            Replay.Run(Orchestrator.All[rows.Find(row => row.Kind == RowKind.ExecutionStarted)!.Name!], "heard", rows, rows.Count);
        }
    }

    /// <summary>
    /// The activities of each generation with their inputs and answers, in order. Two nudges may come together or apart:
    /// a generation that found nothing new is left out.
    /// </summary>
    private static List<string> Done(IEnumerable<IReadOnlyList<HistoryRow>> generations)
    {
        var done = new List<string>();
        foreach (var rows in generations)
        {
            var one = string.Join("\n", rows
                .Where(row => row.Kind is RowKind.TaskScheduled or RowKind.TaskCompleted or RowKind.TaskFailed)
                .Select(row => $"{row.Kind} {row.Id} {row.Name} {row.Payload}"));
            if (done.Count == 0 || done[^1] != one)
            {
                done.Add(one);
            }
        }

        return done;
    }

    private static DurableTime Nudged(WorkflowHost runner)
    {
        var services = new StreamServices(runner.Casework);
        return new DurableTime(
            runner.Casework,
            new DueSweep(runner.Store, services, NullLogger<DueSweep>.Instance),
            new OverdueStreams(runner.Store, services, new NoUnfinishedCommits()),
            runner.WakeUps,
            runner.Clock.JumpTo)
        {
            Nudged = Settled,
            Quiet = Settled,
        };

        async Task Settled()
        {
            await runner.WakeUps.DisposeAsync();
            await runner.Hub.Settle();
        }
    }

    private static async Task Quiet(DurableHost host, Overheard heard)
    {
        using var patience = new CancellationTokenSource(Patience);
        do
        {
            await host.WakeUps.DisposeAsync();
            await Task.Delay(20);
            Assert.False(patience.IsCancellationRequested, $"The engine does not come to rest in {Patience}.");
        }
        while (!heard.IsQuiet);
    }
}

using System.Runtime.CompilerServices;
using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Functions.Activities;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Tests.VirtualTime;
using Diversion.Functions.WakeUps;
using Diversion.Functions.Workflows;
using Diversion.Storage.Compliance;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Functions.Tests.Workflows;

/// <summary>The real workflows and activities with real casework, in memory, in virtual time.</summary>
internal sealed class WorkflowHost : ITimeKeeper, IDisposable
{
    private readonly StreamCache cache = new(0);
    private readonly DueSweep overdue;
    private Instant nextSweep;

    /// <param name="hubTime">Null for the same time as the programme's.</param>
    public WorkflowHost(Instant start, Crashes? crashes = null, IHubTime? hubTime = null)
    {
        hubTime ??= new SameTime();
        Clock = new VirtualClock(start);
        Hub = new VirtualHub(Clock) { Crashes = crashes ?? Crashes.None() };
        TaskHub = new TaskHub();
        TaskHub.Meet(Hub);
        WakeUps = new WorkflowWakeUps(TaskHub, NullLogger<WorkflowWakeUps>.Instance);
        Counted = new CountingStore(Store);
        Casework = new CaseworkService(Counted, cache, Programmes.Rulebook, WakeUps);
        overdue = new DueSweep(Store, new StreamServices(Casework), NullLogger<DueSweep>.Instance);
        nextSweep = start;

        // What activities do may die with their process; what people do has either been answered or not.
        var mortal = new CaseworkService(new MortalStore(Counted, () => Hub.Crashes), cache, Programmes.Rulebook, WakeUps);
        var time = new PassageOfTime(mortal, new CountedUnfinished(Counted), Clock);
        var delivery = new OutboxDelivery(
            new MortalStore(Counted, () => Hub.Crashes), new StreamServices(mortal), new MailRenderer(), Post, Post, NullLogger<OutboxDelivery>.Instance);
        Hub.Activity = new ActivityTable(
            Hub, new TrackActivities(time, TaskHub, Clock, hubTime), new AgreementActivities(time, delivery, WakeUps, TaskHub, Clock, hubTime)).Run;
    }

    public InMemoryTableStore Store { get; } = new();

    public CountingStore Counted { get; }

    public PostOffice Post { get; } = new();

    public VirtualClock Clock { get; }

    public VirtualHub Hub { get; }

    public TaskHub TaskHub { get; }

    public WorkflowWakeUps WakeUps { get; }

    public CaseworkService Casework { get; }

    /// <summary>The agreement that the sweep checks; null for no sweep.</summary>
    public AgreementId? Swept { get; init; }

    public bool IsSweeping { get; private set; }

    public async Task RunTo(Instant until)
    {
        while (Swept is { } agreement && nextSweep <= until)
        {
            await Hub.RunTo(nextSweep);
            if (await overdue.Earliest() <= nextSweep)
            {
                IsSweeping = true;
                await WakeUps.StartOrNudge(agreement, default);
                IsSweeping = false;
            }

            nextSweep += Duration.FromMinutes(5);
        }

        await Hub.RunTo(until);
    }

    public WorkflowStatus StatusOf(AgreementId agreement, string track) =>
        Payloads.Read<WorkflowStatus>(Hub.Instances[WorkflowIds.InstanceOf(agreement.Value, track)].CustomStatus)!;

    public void Dispose() => cache.Dispose();

    private sealed class CountedUnfinished(CountingStore store) : IUnfinishedCommits
    {
        public ValueTask Finish(string table, string partition, CancellationToken cancellation = default)
        {
            store.LookedForUnfinished();
            return ValueTask.CompletedTask;
        }

        public async IAsyncEnumerable<string> Find(string table, [EnumeratorCancellation] CancellationToken cancellation = default)
        {
            await Task.CompletedTask;
            yield break;
        }
    }
}

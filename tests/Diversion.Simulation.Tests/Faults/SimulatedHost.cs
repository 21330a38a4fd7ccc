using Diversion.Casework;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Feeds;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Simulation.Running;
using Microsoft.Extensions.Logging;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>One process of the programme. When it is killed another one takes its place, which knows only what the disk has.</summary>
internal sealed class SimulatedHost : IChangeListener, IDisposable
{
    public const string Killed = "killed";
    public const string Interrupted = "interrupted by the other process";

    private readonly FaultSource faults;
    private readonly Action<string> changed;
    private bool killed;

    /// <param name="changed">Told which stream has changed.</param>
    public SimulatedHost(IFaultyDisk disk, Rulebook rulebook, FaultSource faults, PostBox box, ILoggerFactory loggers, ulong seed, Action<string> changed)
    {
        (this.faults, this.changed) = (faults, changed);
        var (store, post) = (disk.ReachedBy(this, faults), new UnreliablePost(box, this));
        Installation = new Installation(
            store, rulebook, post, post, this, loggers, WrappingKey.From(BitConverter.GetBytes(seed)), new RepeatableSeeds(seed), post,
            faults.Rates.TwoProcesses ? 0 : 5_000, oneByOne: true);
        Feeds = new FeedIntake(Installation.Casework, Installation.CustodyMatches, new FeedLog(store), loggers.CreateLogger<FeedIntake>());
    }

    public Installation Installation { get; }

    public FeedIntake Feeds { get; }

    /// <summary>What the other process does when it comes in between; null when it does nothing.</summary>
    public Func<Task>? Other { get; set; }

    /// <exception cref="ProcessDiedException">It is killed here, or was before.</exception>
    public void MayBeKilled()
    {
        if (killed |= faults.Happens(Killed, faults.Rates.Killed))
        {
            throw new ProcessDiedException();
        }
    }

    public async ValueTask MayBeInterrupted()
    {
        if (Other is { } other && faults.Happens(Interrupted, faults.Rates.Interrupted))
        {
            Other = null;
            await other();
        }
    }

    public ValueTask Changed(StreamChange change, CancellationToken cancellation = default)
    {
        changed(change.Stream.Id);
        return ValueTask.CompletedTask;
    }

    public void Dispose() => Installation.Dispose();
}

using Diversion.Casework;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>The processes that work on one disk: one, or two at once; and one that nothing befalls, to look on.</summary>
internal sealed class FaultyHosts : IDisposable
{
    /// <summary>After so many tries nothing fails any more until there is an answer.</summary>
    private const int MostTries = 40;

    private readonly FaultSource faults;
    private readonly Action<string?> changed;
    private readonly Func<FaultSource, SimulatedHost> start;
    private readonly SimulatedHost[] all;
    private readonly SimulatedHost observer;
    private readonly ErrorLog log = new();

    /// <param name="changed">Told which stream has changed; null when it may be any.</param>
    public FaultyHosts(IFaultyDisk disk, Rulebook rulebook, FaultSource faults, PostBox box, ulong seed, Action<string?> changed)
    {
        (this.faults, this.changed) = (faults, changed);
        start = source => new SimulatedHost(disk, rulebook, source, box, log, seed, changed);
        all = [.. Enumerable.Range(0, faults.Rates.TwoProcesses ? 2 : 1).Select(_ => start(faults))];
        observer = start(new FaultSource(FaultRates.None with { TwoProcesses = true }, seed));
    }

    /// <summary>Sees what is on the disk.</summary>
    public Installation Observer => observer.Installation;

    /// <summary>The messages of errors that a process logged while it was alive.</summary>
    public IReadOnlyList<string> Errors => log.Errors;

    /// <summary>Until there is an answer. The other process, if there is one, may do the same thing in the middle of it.</summary>
    /// <param name="mayGiveUp">A person may leave it at that.</param>
    /// <param name="otherwise">What is done after a fault instead of trying again at the same instant; null tries again.</param>
    public async Task<(bool Answered, T? Answer)> Try<T>(Func<SimulatedHost, Task<T>> work, bool mayGiveUp, Action? otherwise = null)
    {
        var first = all.Length == 1 ? 0 : faults.Between(0, 1);
        for (var tries = 1; ; tries++)
        {
            var host = all[first];
            host.Other = all.Length == 1 ? null : async () => await Attempt(work, 1 - first);
            var (answered, answer) = await Attempt(work, first);
            host.Other = null;
            if (answered)
            {
                faults.Over = false;
                return (true, answer);
            }

            if (mayGiveUp && faults.Happens("gave up", faults.Rates.GivesUp))
            {
                return (false, default);
            }

            if (otherwise is not null && !faults.Rates.SameInstant)
            {
                otherwise();
                return (false, default);
            }

            faults.Over = tries >= MostTries;
        }
    }

    private async Task<(bool Answered, T? Answer)> Attempt<T>(Func<SimulatedHost, Task<T>> work, int place)
    {
        try
        {
            return (true, await work(all[place]));
        }
        catch (StorageUnavailableException)
        {
        }
        catch (ProcessDiedException)
        {
            all[place].Dispose();
            all[place] = start(faults);
        }

        // Nobody was told what changed.
        changed(null);
        return (false, default);
    }

    public void Dispose()
    {
        observer.Dispose();
        foreach (var host in all)
        {
            host.Dispose();
        }
    }
}

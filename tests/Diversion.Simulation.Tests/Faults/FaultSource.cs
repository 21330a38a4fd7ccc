using Diversion.Casework.Storage;
using Diversion.Simulation.Behaviours;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>Decides at each step of a run whether a fault happens there; the same again with the same seed.</summary>
internal sealed class FaultSource(FaultRates rates, ulong seed)
{
    /// <summary>After so many calls a full disk has room again.</summary>
    private const int MostCallsWhileFull = 30;

    private readonly Chance chance = new(seed, -2);
    private int callsWhileFull;

    public FaultRates Rates => rates;

    /// <summary>No more faults from here on.</summary>
    public bool Over { get; set; }

    public Dictionary<string, int> Happened { get; } = new(StringComparer.Ordinal);

    public int Times(string fault) => Happened.GetValueOrDefault(fault);

    /// <summary>From one to the other, both inclusive.</summary>
    public int Between(int least, int most) => chance.Between(least, most);

    public bool Happens(string fault, double rate)
    {
        if (Over || rate == 0 || !chance.Happens(rate))
        {
            return false;
        }

        Happened[fault] = Happened.GetValueOrDefault(fault) + 1;
        return true;
    }

    /// <exception cref="StorageUnavailableException">The read fails.</exception>
    public void BeforeRead()
    {
        if (Happens("read failed", rates.Unavailable))
        {
            throw new StorageUnavailableException("The simulated store does not answer. Try again.");
        }
    }

    /// <exception cref="StorageUnavailableException">The commit fails and does nothing.</exception>
    public void BeforeCommit()
    {
        if (callsWhileFull > 0 && !Over)
        {
            callsWhileFull--;
            throw Full();
        }

        if (Happens("disk full", rates.DiskFull))
        {
            callsWhileFull = chance.Between(0, MostCallsWhileFull);
            throw Full();
        }

        if (Happens("commit failed", rates.Unavailable))
        {
            throw new StorageUnavailableException("The simulated store does not answer. Nothing was written; try again.");
        }
    }

    /// <exception cref="StorageUnavailableException">The commit is done, and nobody knows.</exception>
    public void AfterCommit()
    {
        if (Happens("answer lost", rates.LostAnswer))
        {
            throw new StorageUnavailableException("The simulated store's answer was lost. It is not known whether anything was written.");
        }
    }

    private StorageUnavailableException Full()
    {
        Happened["disk full"] = Happened.GetValueOrDefault("disk full") + 1;
        return new("The simulated disk is full. Nothing was written; make room and try again.");
    }
}

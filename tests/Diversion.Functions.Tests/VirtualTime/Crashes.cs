namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>Counts the points at which a process can die, and lets it die at chosen ones.</summary>
internal sealed class Crashes(params IReadOnlyList<int> at)
{
    public static Crashes None() => new();

    /// <summary>How many points there were so far.</summary>
    public int Places { get; private set; }

    /// <summary>How many of the chosen points were reached.</summary>
    public int Happened { get; private set; }

    /// <returns>True when the process dies here.</returns>
    public bool Here()
    {
        var dies = at.Contains(Places++);
        Happened += dies ? 1 : 0;
        return dies;
    }
}

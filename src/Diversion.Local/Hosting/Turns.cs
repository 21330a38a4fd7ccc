namespace Diversion.Local.Hosting;

/// <summary>Sweeping and delivering never run at the same time as a move of the clock, so that a move keeps its order.</summary>
public sealed class Turns : IDisposable
{
    public SemaphoreSlim Sweeping { get; } = new(1);

    public SemaphoreSlim Delivering { get; } = new(1);

    public void Dispose()
    {
        Sweeping.Dispose();
        Delivering.Dispose();
    }
}

namespace Diversion.Local.Hosting;

/// <summary>Sweeping and delivering take turns with a journey through time, so that a journey keeps its order.</summary>
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

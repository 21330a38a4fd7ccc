using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>Moves a demo's clock: everything due on the way happens in order, mail goes out on its day.</summary>
public interface IDemoJourney
{
    /// <param name="woken">Told at each stop how many agreements were woken.</param>
    Task To(Instant destination, Action<int> woken, CancellationToken cancellation);
}

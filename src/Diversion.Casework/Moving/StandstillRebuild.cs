using Diversion.Casework.Maintenance;
using NodaTime;

namespace Diversion.Casework.Moving;

/// <summary>Makes again what is computed from the events where other processes may be working: they stand still meanwhile.</summary>
public static class StandstillRebuild
{
    /// <param name="now">The machine's time.</param>
    /// <exception cref="MoveException">The programme stands still for something else.</exception>
    public static async Task<RebuildReport> Run(ProgrammePlace place, Instant now, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        if (await Standstill.Of(place.Store, cancellation) is { Cause: not StandstillCause.Rebuilding } other)
        {
            throw new MoveException($"{other.Words} Nothing was rebuilt.");
        }

        await new Standstill(StandstillCause.Rebuilding, now).Begin(place.Store, cancellation);
        try
        {
            await Task.Delay(place.Wait, cancellation);
            return await Rebuilding.Run(place.Store, progress, cancellation);
        }
        finally
        {
            await Standstill.End(place.Store, CancellationToken.None);
        }
    }
}

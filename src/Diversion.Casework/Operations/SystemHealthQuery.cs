using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Operations;

/// <summary>How the system runs, for those who look after it.</summary>
public sealed class SystemHealthQuery(SystemMeasuring measuring, IDataDisk disk)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<Reply<SystemHealth>> Of(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeOperations(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var measures = await measuring.Take(patience.Token);
            return SystemHealth.Of(HealthRules.Of(measures), SystemMeasuring.FiguresOf(measures));
        }
        catch (StorageUnavailableException silent)
        {
            return HealthRules.WithoutStore(silent.Message, disk.Measure());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return HealthRules.WithoutStore($"The store has not answered in {Patience.TotalSeconds} seconds.", disk.Measure());
        }
    }
}

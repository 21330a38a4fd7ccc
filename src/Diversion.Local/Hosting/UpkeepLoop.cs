using Microsoft.Extensions.Hosting;

namespace Diversion.Local.Hosting;

/// <summary>Work that is done at the start, and again after a while. A fault is reported, and the work is tried again.</summary>
/// <param name="afterFault">Until it is tried again; ten minutes by default.</param>
internal abstract class UpkeepLoop(TimeSpan between, IHostApplicationLifetime life, TimeSpan? afterFault = null) : LoopWhileServing(life)
{
    private readonly TimeSpan afterFault = afterFault ?? TimeSpan.FromMinutes(10);

    /// <returns>How many things it was done to.</returns>
    protected abstract Task<int> Work(CancellationToken cancellation);

    /// <summary>Says what was done; not called for nothing.</summary>
    protected virtual void Done(int count)
    {
    }

    /// <param name="minutes">Until it is tried again.</param>
    protected abstract void Failed(string advice, double minutes);

    protected sealed override async Task Loop(CancellationToken stopping)
    {
        var patience = Patience.Of(afterFault, afterFault, (fault, wait) => Failed(fault.Message, wait.TotalMinutes));
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                if (await patience.ExecuteAsync(async stop => await Work(stop), stopping) is > 0 and var count)
                {
                    Done(count);
                }

                await Task.Delay(between, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program is shutting down.
        }
    }
}

using Microsoft.Extensions.Hosting;

namespace Diversion.Local.Hosting;

/// <summary>Work that is done at the start, and again after a while. A fault is reported, and the work is tried again.</summary>
internal abstract class UpkeepLoop(TimeSpan between, IHostApplicationLifetime life) : LoopWhileServing(life)
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(10);

    /// <returns>How many things it was done to.</returns>
    protected abstract Task<int> Work(CancellationToken cancellation);

    /// <summary>Says what was done; not called for nothing.</summary>
    protected abstract void Done(int count);

    /// <param name="minutes">Until it is tried again.</param>
    protected abstract void Failed(string advice, double minutes);

    protected sealed override async Task Loop(CancellationToken stopping)
    {
        var patience = Patience.Of(AfterFault, AfterFault, (fault, wait) => Failed(fault.Message, wait.TotalMinutes));
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

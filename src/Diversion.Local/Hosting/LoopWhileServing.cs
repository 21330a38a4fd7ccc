using Microsoft.Extensions.Hosting;

namespace Diversion.Local.Hosting;

/// <summary>
/// Works beside the server. A host starts its background services first and its server last: without waiting, a program
/// whose address is in use would send mail before it reports that.
/// </summary>
internal abstract class LoopWhileServing(IHostApplicationLifetime life) : BackgroundService
{
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var serving = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStarted, stoppingToken);
        await Task.Delay(Timeout.Infinite, serving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stoppingToken.IsCancellationRequested)
        {
            await Loop(stoppingToken);
        }
    }

    protected abstract Task Loop(CancellationToken stopping);
}

using Diversion.Casework.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Local.Hosting;

/// <summary>
/// Works, looks for the next task, sleeps until then. Survives every error of the store: it reports it, waits and
/// continues.
/// </summary>
internal sealed partial class WakeLoop(string name, Alarm alarm, SemaphoreSlim turn, IClock clock, ILogger log)
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);

    /// <param name="work">Does what is due at the instant; returns how much it was.</param>
    /// <param name="earliest">When there is more to do; null for never.</param>
    public async Task Run(
        Func<Instant, CancellationToken, Task<int>> work,
        Func<CancellationToken, ValueTask<Instant?>> earliest,
        CancellationToken stopping)
    {
        var failing = false;
        var patience = Patience.Of(TimeSpan.FromSeconds(1), LongestBackOff, (fault, wait) =>
        {
            failing = true;
            Report(fault, wait);
        });
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var next = await patience.ExecuteAsync(async stop => await Once(work, earliest, stop), stopping);
                if (failing)
                {
                    LogRecovered(name);
                    failing = false;
                }

                await alarm.Sleep(next, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program is shutting down.
        }
    }

    private async Task<Instant?> Once(
        Func<Instant, CancellationToken, Task<int>> work, Func<CancellationToken, ValueTask<Instant?>> earliest, CancellationToken stopping)
    {
        alarm.Listen();
        await turn.WaitAsync(stopping);
        try
        {
            await work(clock.GetCurrentInstant(), stopping);
        }
        finally
        {
            turn.Release();
        }

        return await earliest(stopping);
    }

    private void Report(Exception fault, TimeSpan wait)
    {
        if (fault is StorageUnavailableException)
        {
            LogUnavailable(name, fault.Message, wait.TotalSeconds);
        }
        else
        {
            LogFault(fault, name, wait.TotalSeconds);
        }
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Error, Message = "{Loop} is waiting: {Advice} Retry in {Seconds} s; nothing is lost.")]
    private partial void LogUnavailable(string loop, string advice, double seconds);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "{Loop} failed. Retry in {Seconds} s. If this continues, run `verify` on the data folder.")]
    private partial void LogFault(Exception fault, string loop, double seconds);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Information, Message = "{Loop} works again.")]
    private partial void LogRecovered(string loop);
}

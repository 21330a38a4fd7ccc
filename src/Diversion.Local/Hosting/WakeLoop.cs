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
        var faults = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
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

                var next = await earliest(stopping);
                if (faults > 0)
                {
                    LogRecovered(name);
                    faults = 0;
                }

                await alarm.Sleep(next, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                var wait = BackOff(faults++);
                if (fault is StorageUnavailableException)
                {
                    LogUnavailable(name, fault.Message, wait.TotalSeconds);
                }
                else
                {
                    LogFault(fault, name, wait.TotalSeconds);
                }

                await Task.Delay(wait, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static TimeSpan BackOff(int faults) =>
        faults > 5 ? LongestBackOff : TimeSpan.FromSeconds(Math.Min(LongestBackOff.TotalSeconds, 1 << faults));

    [LoggerMessage(EventId = 4001, Level = LogLevel.Error, Message = "{Loop} is waiting: {Advice} Retry in {Seconds} s; nothing is lost.")]
    private partial void LogUnavailable(string loop, string advice, double seconds);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "{Loop} failed. Retry in {Seconds} s. If this continues, run `verify` on the data folder.")]
    private partial void LogFault(Exception fault, string loop, double seconds);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Information, Message = "{Loop} works again.")]
    private partial void LogRecovered(string loop);
}

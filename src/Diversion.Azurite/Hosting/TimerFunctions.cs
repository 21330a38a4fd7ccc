using Diversion.Functions.Triggers;
using Diversion.Functions.WakeUps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diversion.Azurite.Hosting;

/// <summary>The app's functions that run by the clock: the sweep every five minutes, as on Azure; those of the night at the start and once a day.</summary>
internal sealed partial class TimerFunctions(IServiceProvider services, DurableTaskClient client, TaskHub hub, ILogger<TimerFunctions> log) : BackgroundService
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(5);
    private const int SweepsADay = 288;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        hub.Meet(client);
        using var timer = new PeriodicTimer(BetweenSweeps);
        for (var sweep = 0; ; sweep++)
        {
            try
            {
                await Run(nightly: sweep % SweepsADay == 0, stoppingToken);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Run(bool nightly, CancellationToken cancellation)
    {
        try
        {
            await Make<OverdueSweep>().Run(new TimerInfo(), client, cancellation);
            await Make<OrderedErasures>().Erase(new TimerInfo(), cancellation);
            if (nightly)
            {
                await Make<EndedWorkflows>().Purge(new TimerInfo(), client, cancellation);
                await Make<OldDrafts>().Remove(new TimerInfo(), cancellation);
                await Make<OrphanPapers>().Remove(new TimerInfo(), cancellation);
                await Make<OrderedErasures>().Repeat(new TimerInfo(), cancellation);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault.GetType().Name, fault.Message);
        }
    }

    private T Make<T>() => ActivatorUtilities.CreateInstance<T>(services);

    [LoggerMessage(EventId = 6001, Level = LogLevel.Error, Message = "A function of the clock failed; it runs again in five minutes. {Fault}: {Message}")]
    private partial void LogFault(string fault, string message);
}

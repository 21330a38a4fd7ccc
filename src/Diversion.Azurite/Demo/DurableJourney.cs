using Diversion.Casework.Agreements;
using Diversion.Casework.Timekeeping;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Functions.WakeUps;
using Diversion.Simulation.Demo;
using Diversion.Simulation.VirtualTime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Azurite.Demo;

/// <summary>
/// Moves a demo's clock under workflows that are waiting: at each due moment on the way the streams that are due are
/// woken and waited for; on arrival the timers of what falls due soon are set anew. Whatever the workflows have to
/// deliver they deliver.
/// </summary>
public sealed partial class DurableJourney(
    TimeMachine clock, ITableStore store, DueSweep due, OverdueStreams overdue, CaseworkService casework, WorkflowWakeUps workflows, StreamWakeUps wakeUps, IClock machine, IHostApplicationLifetime life, ILogger<DurableJourney> log)
    : IDemoJourney
{
    /// <summary>Timers for later moments are set right by the workflows themselves, once they look, and by the sweep.</summary>
    private static readonly Duration Soon = Duration.FromDays(2);

    /// <summary>A workflow that has not done what is due by then is left to the sweep.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int AtOnce = 8;

    private static readonly TimeSpan AccessRequest = TimeSpan.FromMilliseconds(50);

    public async Task To(Instant destination, Action<int> woken, CancellationToken cancellation)
    {
        var late = Instant.MinValue;
        while (await Earliest(late, cancellation) is { } next && next <= destination)
        {
            await MoveTo(next, cancellation);
            var found = await overdue.Find(next, cancellation);
            woken(found.Count);
            await Task.WhenAll(found.Select(stream => wakeUps.Wake(stream, cancellation)));
            if (!await AreDone(next, cancellation))
            {
                LogLate(next);
                late = next;
            }
        }

        await MoveTo(destination, cancellation);
        BeginTimers();
    }

    /// <summary>Sets timers behind whoever calls: at the start, and when a journey has arrived.</summary>
    public void BeginTimers() => _ = SetTimersBehind();

    /// <summary>Nudges every workflow on which something falls due soon.</summary>
    private async Task SetTimers(CancellationToken cancellation)
    {
        var soon = clock.GetCurrentInstant() + Soon;
        await Parallel.ForEachAsync(
            await overdue.Find(soon, cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (stream, stop) =>
            {
                if (stream.Kind == AgreementKind.Instance && await casework.Find(new AgreementId(stream.Id), stop) is { } state)
                {
                    await workflows.StartOrNudge(state.Id, Agreement.OpenTracks(state).Where(track => track.NextDue <= soon), stop);
                }
            });
    }

    /// <summary>Nobody waits for timers; those that are not set are made good by the sweep.</summary>
    private async Task SetTimersBehind()
    {
        try
        {
            await SetTimers(life.ApplicationStopping);
        }
        catch (Exception fault)
        {
            LogTimers(fault.GetType().Name);
        }
    }

    private async ValueTask<Instant?> Earliest(Instant late, CancellationToken cancellation) =>
        await due.Earliest(cancellation) is { } next && next > late ? next : null;

    private async ValueTask MoveTo(Instant instant, CancellationToken cancellation)
    {
        await DemoClockSetting.Save(store, instant, machine, cancellation);
        clock.MoveTo(instant);
    }

    private async Task<bool> AreDone(Instant moment, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += AccessRequest)
        {
            if (await due.Earliest(cancellation) is not { } next || next > moment)
            {
                return true;
            }

            await Task.Delay(AccessRequest, cancellation);
        }

        return false;
    }

    [LoggerMessage(EventId = 6102, Level = LogLevel.Warning, Message = "Not every timer was set anew ({Fault}). The sweep looks after them.")]
    private partial void LogTimers(string fault);

    [LoggerMessage(EventId = 6101, Level = LogLevel.Warning, Message = "What was due at {Moment} is not done yet. The sweep looks after it.")]
    private partial void LogLate(Instant moment);
}

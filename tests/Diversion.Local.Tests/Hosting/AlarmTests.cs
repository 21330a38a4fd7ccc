using Diversion.Casework.Agreements;
using Diversion.Casework.Streams;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Local.Hosting;
using Diversion.Simulation.VirtualTime;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Local.Tests.Hosting;

public sealed class AlarmTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task The_loop_does_not_sleep_when_something_is_due_now_or_earlier()
    {
        using var alarm = new Alarm(new TimeMachine(null, Noon), Duration.FromHours(1));
        await alarm.Sleep(Noon, default).WaitAsync(Patience);
        await alarm.Sleep(Noon - Duration.FromDays(1), default).WaitAsync(Patience);
    }

    [Fact]
    public async Task An_earlier_moment_wakes_the_sleeper_and_a_later_one_does_not()
    {
        using var alarm = new Alarm(new TimeMachine(null, Noon), Duration.FromHours(1));
        var sleep = alarm.Sleep(Noon + Duration.FromMinutes(30), default);

        alarm.Nudge(Noon + Duration.FromMinutes(40));
        await Task.Delay(50);
        Assert.False(sleep.IsCompleted);

        alarm.Nudge(Noon + Duration.FromMinutes(20));
        await sleep.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_nudge_while_the_loop_checks_is_not_lost()
    {
        using var alarm = new Alarm(new TimeMachine(null, Noon), Duration.FromHours(1));
        alarm.Listen();
        alarm.Nudge(Noon);

        await alarm.Sleep(Noon + Duration.FromMinutes(30), default).WaitAsync(Patience);
    }

    [Fact]
    public async Task Nobody_sleeps_longer_than_the_cap()
    {
        using var alarm = new Alarm(new TimeMachine(null, Noon), Duration.FromMilliseconds(20));
        await alarm.Sleep(null, default).WaitAsync(Patience);
    }

    [Fact]
    public async Task A_loop_outlives_a_store_that_cannot_answer()
    {
        var clock = new TimeMachine(null, Noon);
        using var alarm = new Alarm(clock, Duration.FromHours(1));
        using var turn = new SemaphoreSlim(1);
        using var stop = new CancellationTokenSource();
        var worked = new TaskCompletionSource();
        var tries = 0;
        var loop = new WakeLoop("Test", alarm, turn, clock, NullLogger.Instance).Run(
            (_, _) =>
            {
                if (++tries == 1)
                {
                    throw new StorageUnavailableException("The disk is full.");
                }

                worked.SetResult();
                return Task.FromResult(0);
            },
            _ => ValueTask.FromResult<Instant?>(null),
            stop.Token);

        await worked.Task.WaitAsync(Patience);
        await stop.CancelAsync();
        await loop.WaitAsync(Patience);
        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task A_command_with_an_earlier_due_moment_wakes_the_clock_and_one_with_messages_the_delivery()
    {
        using var alarms = new Alarms(new TimeMachine(null, Noon));
        var due = alarms.Due.Sleep(Noon + Duration.FromDays(1), default);
        var outbox = alarms.Outbox.Sleep(null, default);

        await alarms.Changed(new StreamChange(new StreamId(AgreementKind.Instance, "DV-00000-00000"), Noon, [], true, false));

        await Task.WhenAll(due, outbox).WaitAsync(Patience);
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_take_the_time_machine_with_it()
    {
        var machine = new TimeMachine(null, Noon);
        var clock = new TimeMachine(machine, Noon);
        machine.MoveTo(Noon + Duration.FromMinutes(5));
        clock.MoveTo(Noon + Duration.FromDays(1));
        Assert.Equal(Noon + Duration.FromDays(1), clock.GetCurrentInstant());
        machine.MoveTo(Noon + Duration.FromMinutes(6));
        Assert.Equal(Noon + Duration.FromDays(1) + Duration.FromMinutes(1), clock.GetCurrentInstant());
        clock.MoveTo(Noon);
        Assert.Equal(Noon + Duration.FromDays(1) + Duration.FromMinutes(1), clock.GetCurrentInstant());
    }
}

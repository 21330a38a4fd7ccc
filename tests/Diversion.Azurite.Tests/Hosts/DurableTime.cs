using Diversion.Casework.Agreements;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.WakeUps;
using NodaTime;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>Lets time pass by moving the clock from due moment to due moment and nudging what is due; the workflows do the work.</summary>
/// <param name="moveTo">Moves the clock that the workflows' activities read.</param>
internal sealed class DurableTime(CaseworkService casework, DueSweep due, OverdueStreams overdue, WorkflowWakeUps wakeUps, Action<Instant> moveTo) : ITimeKeeper
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan NudgedAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AccessRequest = TimeSpan.FromMilliseconds(10);

    public CaseworkService Casework => casework;

    /// <summary>Called at the next due moment, before anything is nudged.</summary>
    public Action? Arrived { get; init; }

    /// <summary>Called when the workflows have been nudged for the next moment.</summary>
    public Func<Task>? Nudged { get; init; }

    /// <summary>Waits until no workflow has anything to do; null waits for what is due only.</summary>
    public Func<Task>? Quiet { get; init; }

    public static DurableTime Of(DurableHost host, Action<Instant> moveTo) =>
        new(host.Casework, host.Get<DueSweep>(), host.Get<OverdueStreams>(), host.WakeUps, moveTo);

    public Task Settle() => Quiet?.Invoke() ?? Task.CompletedTask;

    public async Task RunTo(Instant until)
    {
        while (await due.Earliest() is { } next && next <= until)
        {
            moveTo(next);
            Arrived?.Invoke();
            await DoWhatIsDue(next);
            await Settle();
        }

        moveTo(until);
    }

    private async Task DoWhatIsDue(Instant moment)
    {
        var began = DateTime.UtcNow;
        var nudged = DateTime.MinValue;
        while (await due.Earliest() is { } next && next <= moment)
        {
            Assert.True(DateTime.UtcNow - began < Patience, $"What was due at {moment} is not done after {Patience}.");
            if (DateTime.UtcNow - nudged > NudgedAgain)
            {
                var first = nudged == DateTime.MinValue;
                nudged = DateTime.UtcNow;
                foreach (var stream in await overdue.Find(moment))
                {
                    await wakeUps.StartOrNudge(new AgreementId(stream.Id), CancellationToken.None);
                }

                if (first && Nudged is not null)
                {
                    await Nudged();
                }
            }

            await Task.Delay(AccessRequest);
        }
    }
}

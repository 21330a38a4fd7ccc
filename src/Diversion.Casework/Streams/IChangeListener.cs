using Diversion.Domain.Streams;
using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>
/// Called after a command is durable, to wake timekeeping, delivery and displays. A lost call costs delay, never data:
/// everything can be found again in the store.
/// </summary>
/// <remarks>
/// How a timer is armed again, say when a lead extends a term: the command's event moves the instant in the state
/// (<c>TermEvolution</c>), and what the state has due moves with it (<c>TermDue</c>). <see cref="StreamService{TId,TState,TCommand,TEvent}"/>
/// compares each timer of the stream before and after, writes the new next instant into the <c>due</c> index with the same
/// commit, and reports every timer that moved, earlier or later, here; no other place does. The clock does the rest: on one
/// machine <c>Alarms</c> shortens the sleep of the loop over the index; on Azure <c>WorkflowWakeUps</c> starts or nudges the
/// workflow of a timer that moved earlier. One that moved later needs no nudge: it fires at the old instant, finds nothing
/// due, asks for the next instant and sleeps again.
/// </remarks>
public interface IChangeListener
{
    ValueTask Changed(StreamChange change, CancellationToken cancellation = default);
}

/// <param name="NextDue">The earliest instant of the whole stream; null when nothing falls due any more.</param>
/// <param name="Moved">Every timer that has another instant than before.</param>
/// <param name="HasMessages">A message waits to be delivered.</param>
/// <param name="InboxChanged">The lead's inbox has changed.</param>
public sealed record StreamChange(
    StreamId Stream, Instant? NextDue, IReadOnlyList<TimerMove> Moved, bool HasMessages, bool InboxChanged);

/// <param name="Timer">As it is now; its instant is null when nothing is due any more, or the timer is over.</param>
/// <param name="Was">Null when nothing was due, or there was no such timer.</param>
public sealed record TimerMove(StreamTimer Timer, Instant? Was)
{
    public bool IsEarlier => Timer.NextDue is { } next && (Was is null || next < Was);

    internal static List<TimerMove> Between(IReadOnlyList<StreamTimer> before, IReadOnlyList<StreamTimer> after)
    {
        var moved = new List<TimerMove>();
        foreach (var timer in after)
        {
            if (Find(before, timer.Id)?.NextDue is var was && was != timer.NextDue)
            {
                moved.Add(new TimerMove(timer, was));
            }
        }

        foreach (var timer in before)
        {
            if (timer.NextDue is { } was && Find(after, timer.Id) is null)
            {
                moved.Add(new TimerMove(timer with { NextDue = null }, was));
            }
        }

        return moved;
    }

    private static StreamTimer? Find(IReadOnlyList<StreamTimer> timers, string id)
    {
        foreach (var timer in timers)
        {
            if (timer.Id == id)
            {
                return timer;
            }
        }

        return null;
    }
}

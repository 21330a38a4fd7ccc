using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Web.Demo;

/// <summary>
/// A demo programme: made-up people that anybody may sign in as, and a clock that can be moved. A host that serves demo
/// data registers one; without it there is neither the page nor the bar.
/// </summary>
public interface IDemo
{
    /// <summary>Everybody that one may sign in as.</summary>
    IReadOnlyList<Actor> People { get; }

    ValueTask<DemoReading> Read(CancellationToken cancellation = default);

    /// <summary>
    /// Moves the clock forward; everything due on the way is processed in order. It runs to the end even if the caller no
    /// longer waits.
    /// </summary>
    Task<DemoMove> Move(DemoStep step);
}

/// <param name="NextDue">When the next thing falls due; null when nothing does any more.</param>
public sealed record DemoReading(Instant Now, Instant? NextDue);

public enum DemoStep
{
    NextDue,
    Day,
    Week,
}

/// <summary>The result of a move.</summary>
public abstract record DemoMove
{
    private DemoMove()
    {
    }

    /// <param name="Woken">How many times an agreement was woken on the way.</param>
    public sealed record Arrived(Instant Now, int Woken) : DemoMove;

    /// <param name="Why">A sentence to show to people.</param>
    public sealed record Refused(string Why) : DemoMove;
}

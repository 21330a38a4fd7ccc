using Diversion.Domain.Agreements;

namespace Diversion.Domain.Streams;

/// <summary>A request to change a stream: who, when and why. The domain has no clock.</summary>
public abstract record StreamCommand
{
    protected StreamCommand()
    {
    }

    public Actor By { get; init; } = Actor.Clock;

    public Instant At { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A request to change a stream of these events.</summary>
public abstract record StreamCommand<TEvent> : StreamCommand where TEvent : class
{
    /// <summary>
    /// Whether the event at that position is a decision of the command and carries the reason that was given. All other
    /// events follow by rule and have no reason.
    /// </summary>
    /// <param name="place">Position among the events of the command; the first is always the command's own.</param>
    public bool IsOwn(TEvent happened, int place) => !IsTimePassing && (place == 0 || Decides(happened));

    /// <summary>The reason that the event carries: null if it follows by rule, or has a reason of its own.</summary>
    public string? ReasonFor(TEvent happened, int place) => IsOwn(happened, place) && !HasOwnReason(happened) ? Reason : null;

    /// <summary>It is only later: whatever happens follows by rule.</summary>
    protected virtual bool IsTimePassing => false;

    /// <summary>What the command decides besides the first event that it raises.</summary>
    protected virtual bool Decides(TEvent happened) => false;

    protected virtual bool HasOwnReason(TEvent happened) => false;
}

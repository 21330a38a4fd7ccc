using Diversion.Domain.Agreements;

namespace Diversion.Casework.Streams;

/// <summary>The result of a command.</summary>
public abstract record Outcome<TState>
{
    private Outcome()
    {
    }

    /// <summary>Done and durable.</summary>
    /// <param name="State">The state now.</param>
    /// <param name="FirstEvent">Number of the first event that it added.</param>
    /// <param name="LastEvent">Number of the last.</param>
    /// <param name="Then">What was said right after the command, even if that was a while ago.</param>
    /// <param name="Repeated">The same idempotency key was answered before; this is that answer.</param>
    public sealed record Accepted(TState State, int FirstEvent, int LastEvent, Standing Then, bool Repeated = false) : Outcome<TState>;

    /// <summary>It was already done; nothing changed.</summary>
    public sealed record Unchanged(TState State) : Outcome<TState>;

    public sealed record Refused(Refusal Refusal) : Outcome<TState>;

    /// <summary>The caller decided on an older version than the present one.</summary>
    public sealed record Stale(TState State) : Outcome<TState>;
}

using Diversion.Domain.Agreements;

namespace Diversion.Casework;

/// <summary>The result of a command.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Done and durable.</summary>
    /// <param name="State">The agreement now.</param>
    /// <param name="FirstEvent">Number of the first event that it added.</param>
    /// <param name="LastEvent">Number of the last.</param>
    /// <param name="Repeated">The same idempotency key was answered before; this is that answer.</param>
    public sealed record Accepted(AgreementState State, int FirstEvent, int LastEvent, bool Repeated = false) : Outcome
    {
        /// <summary>The state right after the command, even if that was a while ago.</summary>
        public Standing Then { get; init; } = Standing.Of(State);
    }

    /// <summary>It was already done; nothing changed.</summary>
    public sealed record Unchanged(AgreementState State) : Outcome;

    public sealed record Refused(Refusal Refusal) : Outcome;

    /// <summary>The caller decided on an older version than the present one.</summary>
    public sealed record Stale(AgreementState State) : Outcome;
}

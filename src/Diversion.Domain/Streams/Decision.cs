using Diversion.Domain.Agreements;

namespace Diversion.Domain.Streams;

/// <summary>
/// The result of a command. No events and no refusal: it had been done before, and nothing changes. A refusal comes with
/// events if it must be recorded (a tag event from after the ending).
/// </summary>
/// <param name="State">The state after the events.</param>
public sealed record Decision<TState, TEvent>(IReadOnlyList<TEvent> Events, Refusal? Refusal, TState State);

using Diversion.Domain.Streams;

namespace Diversion.Casework.Streams;

/// <param name="Held">A lock that the decision needs until it is stored.</param>
public sealed record Deciding<TState, TEvent>(Decision<TState, TEvent> Decision, IDisposable? Held = null);

using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>What the answer to a command says about the stream after it.</summary>
/// <param name="Status">See <see cref="StreamKind{TState,TEvent}.StatusOf"/>.</param>
/// <param name="NextDue">When something would next fall due automatically; null when nothing would.</param>
public sealed record Standing(int Version, string Status, Instant? NextDue);

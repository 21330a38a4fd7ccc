namespace Diversion.Domain.Streams;

/// <summary>A part of a stream's time that a host may wake by itself; most kinds have one.</summary>
/// <param name="NextDue">Null while nothing falls due automatically.</param>
public record StreamTimer(string Id, Instant? NextDue);

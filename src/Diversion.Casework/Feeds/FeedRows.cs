using NodaTime;

namespace Diversion.Casework.Feeds;

/// <summary>What a feed last sent, as it is stored.</summary>
internal sealed record FeedStateRow(Instant At, int Accepted, int Repeated, int Refused, int? Possible = null, int? NotOurs = null);

/// <summary>What could not be accepted, as it is stored.</summary>
/// <param name="Times">How often it arrived, and <paramref name="At"/> when it last did.</param>
internal sealed record FeedFaultRow(string Code, string Message, int Times, Instant At, string? File, string? Item, string? Agreement);

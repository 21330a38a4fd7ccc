using Diversion.Domain.Conditions.TagMonitoring;
using NodaTime;

namespace Diversion.Casework.Feeds;

/// <summary>One event from the monitoring provider. Positions are not accepted: an item that has one is refused.</summary>
/// <param name="Agreement">The reference, such as <c>DV-7K3M9-2QX4P</c>.</param>
/// <param name="Id">The provider's id; the same id twice changes nothing.</param>
public sealed record TagEventItem(string Agreement, string Id, TagEventKind Kind, Instant OccurredAt);

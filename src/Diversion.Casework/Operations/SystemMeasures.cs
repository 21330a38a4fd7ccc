using NodaTime;

namespace Diversion.Casework.Operations;

/// <summary>How the system runs at a moment, in numbers. Nothing in it is about a case or a person.</summary>
/// <param name="StoreTook">How long the store took to answer one small question.</param>
/// <param name="Disk">Null where there is none to look after.</param>
public sealed record SystemMeasures(Duration StoreTook, DueMeasures Due, OutboxMeasures Outbox, IReadOnlyList<FeedMeasures> Feeds, DiskMeasures? Disk);

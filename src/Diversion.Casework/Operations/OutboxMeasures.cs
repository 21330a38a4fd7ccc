using NodaTime;

namespace Diversion.Casework.Operations;

/// <summary>Messages that are not delivered yet; 1,600 are counted at most, those that are tried soonest.</summary>
/// <param name="Waiting">Their time has come; the next round of delivery takes them.</param>
/// <param name="Retrying">At least one try failed.</param>
/// <param name="Scheduled">Written for a later time, such as a text in the quiet hours.</param>
/// <param name="Oldest">Time since the oldest of the first two kinds was first to be delivered; zero when there is none.</param>
public sealed record OutboxMeasures(int Waiting, int Retrying, int Scheduled, Duration Oldest);

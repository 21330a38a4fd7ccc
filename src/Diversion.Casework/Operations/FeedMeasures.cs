using NodaTime;

namespace Diversion.Casework.Operations;

/// <param name="SinceLast">Null if the feed never sent anything.</param>
/// <param name="Faults">Items that could not be recorded and that no lead has dealt with; 500 at most.</param>
public sealed record FeedMeasures(string Feed, Duration? SinceLast, int Faults);

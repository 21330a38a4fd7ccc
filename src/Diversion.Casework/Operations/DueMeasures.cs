using NodaTime;

namespace Diversion.Casework.Operations;

/// <param name="Late">Cases and others on which something has fallen due and has not happened; 4,000 are counted at most.</param>
/// <param name="Oldest">How long ago the oldest of it fell due; zero when nothing is late.</param>
public sealed record DueMeasures(int Late, Duration Oldest);

using Diversion.Domain.Conditions;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Agreements;

/// <summary>
/// A part of an agreement's time with a timer of its own: the agreement itself, the set-up of all its conditions, or one
/// condition. Every due moment belongs to exactly one track.
/// </summary>
/// <param name="Id"><see cref="Tracks.Agreement"/>, <see cref="Tracks.Setup"/>, or the condition's id.</param>
/// <param name="Kind">The condition's; null for the other two.</param>
/// <param name="NextDue">Null while nothing falls due automatically.</param>
/// <param name="Escalated">How many of its open obligations are overdue.</param>
public sealed record Track(string Id, ConditionKind? Kind, Instant? NextDue, int Escalated) : StreamTimer(Id, NextDue);

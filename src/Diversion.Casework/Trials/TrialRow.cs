using Diversion.Domain.Trials;
using NodaTime;

namespace Diversion.Casework.Trials;

/// <summary>A trial in the list of all.</summary>
/// <param name="OpenedAt">Null for a draft.</param>
public sealed record TrialRow(string Trial, string Title, TrialStatus Status, Instant? OpenedAt = null);

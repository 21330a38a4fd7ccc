using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Streams;

/// <summary>An event as stored in a stream.</summary>
/// <param name="Stream">The stream's id.</param>
/// <param name="Number">1 for the first, without gaps.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who gave the command.</param>
/// <param name="Reason">The reason for a decision; events that followed by rule have none.</param>
/// <param name="ByRule">It followed by rule from what <paramref name="By"/> did; they did not decide it.</param>
/// <param name="Process">The process that raised it, see <see cref="CommandEntry"/>.</param>
public sealed record RecordedEvent<TEvent>(
    string Stream,
    int Number,
    TEvent Event,
    Instant At,
    Actor By,
    string Process,
    string? Reason,
    bool ByRule = false)
    where TEvent : class;

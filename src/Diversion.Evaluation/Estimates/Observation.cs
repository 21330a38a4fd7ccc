namespace Diversion.Evaluation.Estimates;

/// <summary>How long somebody was followed up, and how it ended.</summary>
/// <param name="Time">From the start, in any unit; above 0.</param>
/// <param name="IsEvent">The event came at that time; otherwise follow-up ended before it (censored).</param>
public readonly record struct Observation(double Time, bool IsEvent);

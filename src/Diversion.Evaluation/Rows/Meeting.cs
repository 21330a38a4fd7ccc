namespace Diversion.Evaluation.Rows;

/// <summary>A meeting or session as planned.</summary>
/// <remarks>A value: a hundred thousand people have a million of them.</remarks>
/// <param name="At">Planned start, local time.</param>
/// <param name="Worker">Pseudonym of the worker who held it or was to hold it.</param>
/// <param name="IsSession">A session with a provider, of work or of a course: it says nothing about the person's worker.</param>
public readonly record struct Meeting(LocalDateTime At, string Worker, MeetingOutcome Outcome, bool ReminderSent, bool IsSession = false);

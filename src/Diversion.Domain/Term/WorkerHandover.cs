using Diversion.Domain.Agreements;

namespace Diversion.Domain.Term;

/// <summary>
/// One trusted worker matters most (youth desistance study), so a new one takes over with a note and a meeting. It asks the
/// workers, never the person.
/// </summary>
/// <param name="From">Who was the key worker before.</param>
/// <param name="Note">What the next one has to know.</param>
public sealed record WorkerHandover(StaffRef From, LocalDate On, string? Note)
{
    /// <summary>The obligation to meet.</summary>
    public const string MeetingId = "handover/meeting";

    /// <summary>Null until it is recorded.</summary>
    public HandoverMeeting? Meeting { get; init; }

    /// <summary>Null until it is recorded.</summary>
    public LocalDate? MetOn { get; init; }
}

public enum HandoverMeeting
{
    /// <summary>Both workers and the person.</summary>
    WithPerson,

    /// <summary>Both workers.</summary>
    WithoutPerson,

    /// <summary>The former worker is gone, for instance.</summary>
    NotHeld,
}

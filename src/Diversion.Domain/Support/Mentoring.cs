using Diversion.Domain.Agreements;

namespace Diversion.Domain.Support;

/// <summary>
/// Somebody of a charity stands by the person: voluntary, beside the conditions, and for as long as the person wants it, also
/// after the agreement. That nobody met is nobody's failure; what falls due asks the mentor, never the person.
/// </summary>
/// <param name="Number">In the case, from 1.</param>
/// <param name="Organisation">For whom the mentor works.</param>
public sealed record Mentoring(int Number, StaffRef Mentor, string Organisation, Instant MatchedAt)
{
    /// <summary>A snapshot is one row of a store: older meetings are in the events.</summary>
    public const int KeptMeetings = 100;

    private const string Prefix = "mentoring-";

    public string Track => TrackOf(Number);

    /// <summary>In the order in which they were recorded; the last <see cref="KeptMeetings"/>.</summary>
    public ImmutableArray<MentorMeeting> Meetings { get; init; } = [];

    /// <summary>How many there were.</summary>
    public int Met { get; init; }

    /// <summary>Null while it goes on.</summary>
    public MentoringEnd? Ended { get; init; }

    /// <summary>The day on which the mentor last tried to record something after the end.</summary>
    public LocalDate? RefusedOn { get; init; }

    public static string TrackOf(int number) => Prefix + CommandSubject.Numbered(number);

    /// <summary>The obligation to meet.</summary>
    public static string MeetingId(int number) => $"{TrackOf(number)}/meeting";

    /// <param name="obligation">Its id, or its track.</param>
    /// <returns>Null when it is none of mentoring.</returns>
    public static string? NumberIn(string obligation) =>
        obligation.StartsWith(Prefix, StringComparison.Ordinal) ? obligation[Prefix.Length..].Split('/')[0] : null;
}

public sealed record MentorMeeting(LocalDate On, MentorContact How);

public enum MentorContact
{
    Met,
    Spoke,
}

/// <param name="By">The name of who recorded it.</param>
public sealed record MentoringEnd(MentoringEndCause Cause, Instant At, string By);

/// <summary>Why it ended. None is a failure.</summary>
public enum MentoringEndCause
{
    /// <summary>The person says so: they need give no reason.</summary>
    PersonSaysSo,

    /// <summary>Both found that it is no longer needed.</summary>
    NoLongerNeeded,
    MentorLeaves,
}

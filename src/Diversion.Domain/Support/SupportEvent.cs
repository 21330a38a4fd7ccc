using Diversion.Domain.Agreements;

namespace Diversion.Domain.Support;

public abstract record SupportEvent : AgreementEvent
{
    private SupportEvent()
    {
    }

    public sealed record HealthCheckOffered(string Provider, Instant At) : SupportEvent;

    /// <param name="Do">By when it is done; null when the person does not want it.</param>
    public sealed record HealthCheckAnswered(bool Accepted, Deadline? Do) : SupportEvent;

    public sealed record HealthCheckDone(LocalDate On) : SupportEvent;

    /// <param name="Outcome">By when it is recorded what came of it.</param>
    public sealed record OnwardReferred(int Number, OnwardKind Kind, LocalDate On, Deadline Outcome) : SupportEvent;

    public sealed record OnwardOutcomeRecorded(int Number, OnwardOutcome Outcome) : SupportEvent;

    /// <param name="Meet">By when they meet for the first time.</param>
    public sealed record MentorMatched(int Number, StaffRef Mentor, string Organisation, Instant At, Deadline Meet) : SupportEvent;

    /// <param name="Next">By when they meet again, or the mentor says that it has ended.</param>
    public sealed record MentorMet(int Number, MentorContact How, LocalDate On, Deadline Next) : SupportEvent;

    /// <param name="By">The name of who recorded it.</param>
    public sealed record MentoringEnded(int Number, MentoringEndCause Cause, Instant At, string By) : SupportEvent;

    /// <summary>A mentor whose mentoring has ended tried to record something. Kept once a day.</summary>
    public sealed record MentorRefused(int Number, LocalDate On) : SupportEvent;
}

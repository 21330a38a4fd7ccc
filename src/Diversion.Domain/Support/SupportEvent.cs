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
}

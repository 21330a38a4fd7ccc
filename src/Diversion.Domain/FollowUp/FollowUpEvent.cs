using Diversion.Domain.Agreements;

namespace Diversion.Domain.FollowUp;

public abstract record FollowUpEvent : AgreementEvent
{
    private FollowUpEvent()
    {
    }

    /// <summary>By when the results of follow-up are recorded was set.</summary>
    /// <param name="Start">The day of the allocation; without one, of the signing.</param>
    public sealed record FollowUpScheduled(LocalDate Start, ImmutableArray<FollowUpPeriod> Periods) : FollowUpEvent;

    public sealed record ReoffenceRecorded(Reoffence Reoffence, Instant At) : FollowUpEvent;

    /// <param name="Reoffence">As it is now, with the number of before.</param>
    public sealed record ReoffenceCorrected(Reoffence Reoffence, Instant At) : FollowUpEvent;

    public sealed record ReoffenceRemoved(int Number, Instant At) : FollowUpEvent;

    public sealed record RecordsSearched(LocalDate Until, Instant At) : FollowUpEvent;

    public sealed record DepartureRecorded(DepartureCause Cause, LocalDate On, Instant At) : FollowUpEvent;

    public sealed record DepartureRemoved(Instant At) : FollowUpEvent;

    public sealed record CustodyTimeRecorded(LocalDate From, LocalDate? Until, Instant At) : FollowUpEvent;

    public sealed record CustodyTimeRemoved(LocalDate From, Instant At) : FollowUpEvent;
}

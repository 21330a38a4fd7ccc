using Diversion.Domain.Agreements;

namespace Diversion.Domain.Services;

/// <summary>Something that happened to a service of the directory. A stored event is a contract, as an agreement's.</summary>
public abstract record ServiceEvent
{
    private ServiceEvent()
    {
    }

    /// <param name="Service">Its id.</param>
    public sealed record ServiceAdded(string Service, ServiceEntry Entry, StaffRef By, Instant At) : ServiceEvent;

    public sealed record EntryChanged(ServiceEntry Entry, StaffRef By, Instant At) : ServiceEvent;

    /// <summary>Somebody of another organisation tried to change the entry.</summary>
    /// <param name="Organisation">Theirs.</param>
    public sealed record ChangeRefused(StaffRef By, string Organisation, Instant At) : ServiceEvent;

    public sealed record RefusedChangesRead(StaffRef By, Instant At) : ServiceEvent;

    /// <param name="Review">When it is reviewed, with the instants at which leads are told again.</param>
    public sealed record PartnershipRecorded(Partnership Partnership, Deadline Review, StaffRef By, Instant At) : ServiceEvent;

    /// <param name="Review">Null when it is not continued.</param>
    public sealed record PartnershipReviewed(LocalDate? NextReviewOn, Deadline? Review, StaffRef By, Instant At) : ServiceEvent;

    /// <param name="Slots">Those that are new.</param>
    public sealed record SlotsPublished(ImmutableArray<ServiceSlot> Slots, StaffRef By, Instant At) : ServiceEvent;

    public sealed record SlotWithdrawn(Instant StartsAt, StaffRef By, Instant At) : ServiceEvent;

    public sealed record SlotTaken(Instant StartsAt, AgreementId Case, StaffRef By, Instant At) : ServiceEvent;

    public sealed record SlotGivenBack(Instant StartsAt, AgreementId Case, StaffRef By, Instant At) : ServiceEvent;

    public sealed record CasesFollowed(ImmutableArray<SlotAnswer> Slots) : ServiceEvent;

    /// <param name="Step">How many instants of the ladder have passed.</param>
    public sealed record LeadsReminded(int Step, Instant Due) : ServiceEvent;

    public sealed record ServiceClosed(StaffRef By, Instant At) : ServiceEvent;

    public sealed record ServiceReopened(StaffRef By, Instant At) : ServiceEvent;
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Services;

/// <summary>A service of the directory.</summary>
/// <param name="Review">When the partnership agreement is to be reviewed; null when there is none to review.</param>
/// <param name="Step">How many instants of its ladder have passed.</param>
public sealed record ServiceState(
    int Version,
    string Id,
    ServiceEntry Entry,
    StaffRef ChangedBy,
    Instant ChangedAt,
    Partnership? Partnership = null,
    Deadline? Review = null,
    int Step = 0,
    bool IsClosed = false) : IStreamState
{
    /// <summary>Changes by people of other organisations that no lead has read yet, the latest of each person.</summary>
    public ImmutableArray<RefusedChange> Refused { get; init; } = [];

    /// <summary>Times that can be booked or are, earliest first; those that are over are left out when others are published.</summary>
    public ImmutableArray<ServiceSlot> Slots { get; init; } = [];

    /// <summary>Of the slots: which are taken.</summary>
    public ImmutableArray<SlotHold> Holds { get; init; } = [];

    /// <summary>The next instant at which the leads are told; null when they were told as often as they are.</summary>
    public Instant? NextReminder => !IsClosed && Review is { } review && Step < review.Ladder.Length ? review.Ladder[Step] : null;

    /// <summary>Slots of which the case has not answered yet.</summary>
    public IEnumerable<SlotHold> ToFollow => Holds.Where(hold => !hold.Followed);

    public Instant? NextDue => ToFollow.Select(hold => (Instant?)(hold.At + SlotHold.FollowAfter)).Append(NextReminder).Min();

    /// <summary>It waits for a lead.</summary>
    public bool ReviewWaits => !IsClosed && Review is not null && Step > 0;

    public ServiceSlot? SlotAt(Instant startsAt) => Slots.FirstOrDefault(slot => slot.StartsAt == startsAt);

    public SlotHold? HoldOf(Instant startsAt) => Holds.FirstOrDefault(hold => hold.StartsAt == startsAt);

    /// <summary>What can be booked now.</summary>
    public IEnumerable<ServiceSlot> Free(Instant now) => IsClosed ? [] : Slots.Where(slot => slot.StartsAt > now && HoldOf(slot.StartsAt) is null);

    public static ServiceState Evolve(ServiceState? state, ServiceEvent happened)
    {
        var next = happened switch
        {
            ServiceEvent.ServiceAdded e => new ServiceState(0, e.Service, e.Entry, e.By, e.At),
            ServiceEvent.EntryChanged e => state! with { Entry = e.Entry, ChangedBy = e.By, ChangedAt = e.At },
            ServiceEvent.ChangeRefused e => state! with
            {
                Refused = [.. state.Refused.Where(one => one.By.Id != e.By.Id), new RefusedChange(e.By, e.Organisation, e.At)],
            },
            ServiceEvent.RefusedChangesRead => state! with { Refused = [] },
            ServiceEvent.PartnershipRecorded e => state! with { Partnership = e.Partnership, Review = e.Review, Step = 0 },
            ServiceEvent.PartnershipReviewed e => state! with
            {
                Partnership = e.NextReviewOn is { } on ? state.Partnership! with { ReviewOn = on } : null, Review = e.Review, Step = 0,
            },
            ServiceEvent.LeadsReminded e => state! with { Step = e.Step },
            ServiceEvent.SlotsPublished e => Published(state!, e),
            ServiceEvent.SlotWithdrawn e => state! with { Slots = state.Slots.RemoveAll(slot => slot.StartsAt == e.StartsAt) },
            ServiceEvent.SlotTaken e => state! with { Holds = state.Holds.Add(new SlotHold(e.StartsAt, e.Case, e.At)) },
            ServiceEvent.SlotGivenBack e => state! with
            {
                Holds = [.. state.Holds.Select(hold => hold.StartsAt == e.StartsAt ? hold with { At = e.At, GivenBack = true, Followed = false } : hold)],
            },
            ServiceEvent.CasesFollowed e => e.Slots.Aggregate(state!, Followed),
            ServiceEvent.ServiceClosed => state! with { IsClosed = true },
            ServiceEvent.ServiceReopened => state! with { IsClosed = false },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
        return next with { Version = (state?.Version ?? 0) + 1 };
    }

    private static ServiceState Published(ServiceState state, ServiceEvent.SlotsPublished e)
    {
        ImmutableArray<ServiceSlot> slots = [.. state.Slots.Where(slot => slot.EndsAt > e.At || state.HoldOf(slot.StartsAt) is { Followed: false }).Concat(e.Slots).OrderBy(slot => slot.StartsAt)];
        return state with { Slots = slots, Holds = state.Holds.RemoveAll(hold => slots.All(slot => slot.StartsAt != hold.StartsAt)) };
    }

    /// <summary>A slot is free again when the case could not take it, and when it has cancelled. The answer to an older question is void.</summary>
    private static ServiceState Followed(ServiceState state, SlotAnswer answer)
    {
        if (state.HoldOf(answer.StartsAt) is not { Followed: false } hold || hold.Case != answer.Case || hold.GivenBack != answer.GivenBack)
        {
            return state;
        }

        return state with
        {
            Holds = answer.GivenBack == (answer.Refusal is null)
                ? state.Holds.Remove(hold)
                : state.Holds.Replace(hold, hold with { GivenBack = false, Followed = true }),
        };
    }
}

/// <summary>Somebody of another organisation tried to change an entry.</summary>
public sealed record RefusedChange(StaffRef By, string Organisation, Instant At);

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

    /// <summary>The next instant at which the leads are told; null when they were told as often as they are.</summary>
    public Instant? NextDue => !IsClosed && Review is { } review && Step < review.Ladder.Length ? review.Ladder[Step] : null;

    /// <summary>It waits for a lead.</summary>
    public bool ReviewWaits => !IsClosed && Review is not null && Step > 0;

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
            ServiceEvent.ServiceClosed => state! with { IsClosed = true },
            ServiceEvent.ServiceReopened => state! with { IsClosed = false },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
        return next with { Version = (state?.Version ?? 0) + 1 };
    }
}

/// <summary>Somebody of another organisation tried to change an entry.</summary>
public sealed record RefusedChange(StaffRef By, string Organisation, Instant At);

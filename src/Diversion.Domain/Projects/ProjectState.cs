using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Projects;

/// <summary>A reparation project, or a partner's request for one.</summary>
/// <param name="Review">When the risk assessment is to be made again; null while there is none.</param>
/// <param name="Step">How many instants of its ladder have passed.</param>
public sealed record ProjectState(
    int Version,
    string Id,
    ProjectEntry Entry,
    ProjectStatus Status,
    StaffRef ChangedBy,
    Instant ChangedAt,
    RiskAssessment? Risk = null,
    Deadline? Review = null,
    int Step = 0) : IStreamState
{
    /// <summary>Who asked for the work, and when; null for a project that a lead added.</summary>
    public StaffRef? RequestedBy { get; init; }

    public Instant? RequestedAt { get; init; }

    /// <summary>Why a lead said no.</summary>
    public string? DeclinedBecause { get; init; }

    /// <summary>The next instant at which the leads are told; null when they were told as often as they are.</summary>
    public Instant? NextDue => Status == ProjectStatus.Open && Review is { } review && Step < review.Ladder.Length ? review.Ladder[Step] : null;

    /// <summary>The review of its risk assessment waits for a lead.</summary>
    public bool ReviewWaits => Status == ProjectStatus.Open && Review is not null && Step > 0;

    public bool IsOf(string organisation) => ReferenceText.Key(organisation) == ReferenceText.Key(Entry.Partner);

    public static ProjectState Evolve(ProjectState? state, ProjectEvent happened)
    {
        var next = happened switch
        {
            ProjectEvent.ProjectAdded e => new ProjectState(0, e.Project, e.Entry, ProjectStatus.Open, e.By, e.At),
            ProjectEvent.WorkRequested e => new ProjectState(0, e.Project, e.Entry, ProjectStatus.Requested, e.By, e.At) { RequestedBy = e.By, RequestedAt = e.At },
            ProjectEvent.RequestAccepted => state! with { Status = ProjectStatus.Open },
            ProjectEvent.RequestDeclined e => state! with { Status = ProjectStatus.Declined, DeclinedBecause = e.Because },
            ProjectEvent.ProjectChanged e => state! with { Entry = e.Entry, ChangedBy = e.By, ChangedAt = e.At },
            ProjectEvent.RiskAssessed e => state! with { Risk = e.Assessment, Review = e.Review, Step = 0 },
            ProjectEvent.LeadsReminded e => state! with { Step = e.Step },
            ProjectEvent.ProjectClosed => state! with { Status = ProjectStatus.Closed },
            ProjectEvent.ProjectReopened => state! with { Status = ProjectStatus.Open },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
        return next with { Version = (state?.Version ?? 0) + 1 };
    }
}

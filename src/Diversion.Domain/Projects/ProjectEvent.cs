using Diversion.Domain.Agreements;

namespace Diversion.Domain.Projects;

/// <summary>Something that happened to a reparation project. A stored event is a contract, as an agreement's.</summary>
public abstract record ProjectEvent
{
    private ProjectEvent()
    {
    }

    /// <param name="Project">Its id.</param>
    public sealed record ProjectAdded(string Project, ProjectEntry Entry, StaffRef By, Instant At) : ProjectEvent;

    /// <param name="Project">Its id.</param>
    public sealed record WorkRequested(string Project, ProjectEntry Entry, StaffRef By, Instant At) : ProjectEvent;

    public sealed record RequestAccepted(StaffRef By, Instant At) : ProjectEvent;

    /// <param name="Because">What the partner is told.</param>
    public sealed record RequestDeclined(string Because, StaffRef By, Instant At) : ProjectEvent;

    public sealed record ProjectChanged(ProjectEntry Entry, StaffRef By, Instant At) : ProjectEvent;

    /// <param name="Review">When it is made again, with the instants at which leads are told again.</param>
    public sealed record RiskAssessed(RiskAssessment Assessment, Deadline Review, StaffRef By, Instant At) : ProjectEvent;

    /// <param name="Step">How many instants of the ladder have passed.</param>
    public sealed record LeadsReminded(int Step, Instant Due) : ProjectEvent;

    public sealed record ProjectClosed(StaffRef By, Instant At) : ProjectEvent;

    public sealed record ProjectReopened(StaffRef By, Instant At) : ProjectEvent;
}

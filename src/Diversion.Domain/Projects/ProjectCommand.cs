using Diversion.Domain.Streams;

namespace Diversion.Domain.Projects;

/// <summary>A request about a reparation project.</summary>
public abstract record ProjectCommand : StreamCommand<ProjectEvent>
{
    private ProjectCommand()
    {
    }

    protected override bool IsTimePassing => this is TimePassed;

    /// <summary>Leads are told of a risk assessment whose review is due.</summary>
    public sealed record TimePassed : ProjectCommand;

    public sealed record AddProject(ProjectEntry Entry) : ProjectCommand;

    /// <summary>A partner asks for work to be done. Nothing begins before a lead has accepted it.</summary>
    public sealed record RequestWork(ProjectEntry Entry) : ProjectCommand;

    /// <summary>The request becomes a project.</summary>
    public sealed record AcceptRequest : ProjectCommand;

    /// <summary>The reason is what the partner is told.</summary>
    public sealed record DeclineRequest : ProjectCommand;

    /// <summary>The whole entry: what is left out is no longer known.</summary>
    public sealed record ChangeProject(ProjectEntry Entry) : ProjectCommand;

    /// <summary>A risk assessment, the first or the next one.</summary>
    public sealed record RecordRiskAssessment(RiskAssessment Assessment) : ProjectCommand;

    /// <summary>Nobody is placed there any more; the reason says why.</summary>
    public sealed record CloseProject : ProjectCommand;

    public sealed record ReopenProject : ProjectCommand;
}

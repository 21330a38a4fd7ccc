using Diversion.Domain.Agreements;

namespace Diversion.Functions.Workflows;

/// <summary>
/// Which workflow keeps the time of a track, and under which instance id: the same for every starter, so that there is only
/// one.
/// </summary>
public static class WorkflowIds
{
    public static string InstanceOf(string agreement, string track) =>
        track == Tracks.Agreement ? agreement : $"{agreement}:{track}";

    /// <summary>The workflow's name. A condition's track has that of its kind: <c>TagMonitoringWorkflow</c>.</summary>
    public static string WorkflowOf(Track track) => track switch
    {
        { Id: Tracks.Agreement } => nameof(AgreementWorkflow),
        { Id: Tracks.Setup } => nameof(ConditionSetupWorkflow),
        { Kind: { } kind } => $"{kind}Workflow",
        _ => throw new ArgumentOutOfRangeException(nameof(track), track.Id, "No workflow keeps this track."),
    };
}

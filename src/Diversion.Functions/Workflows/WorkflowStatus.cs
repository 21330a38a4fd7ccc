namespace Diversion.Functions.Workflows;

/// <summary>What operators see of a workflow, as its custom status. Nothing about the person.</summary>
/// <param name="Phase">As text.</param>
/// <param name="NextDue">In UTC; null while nothing falls due automatically.</param>
/// <param name="OpenEscalations">Overdue obligations.</param>
public sealed record WorkflowStatus(string Phase, DateTime? NextDue, int OpenEscalations);

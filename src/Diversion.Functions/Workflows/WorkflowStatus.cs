namespace Diversion.Functions.Workflows;

/// <summary>What operators see of a workflow, as its custom status. Nothing of the person.</summary>
/// <param name="Phase">In words.</param>
/// <param name="NextDue">In UTC; null while nothing falls due by itself.</param>
/// <param name="OpenEscalations">Promises that are overdue.</param>
public sealed record WorkflowStatus(string Phase, DateTime? NextDue, int OpenEscalations);

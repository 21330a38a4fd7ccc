namespace Diversion.Casework.Caseload;

/// <summary>The workload of one key worker.</summary>
/// <param name="Overdue">Open cases in which something is overdue.</param>
public sealed record WorkerLoad(string Id, string Name, string? Team, int OpenCases, int Overdue);

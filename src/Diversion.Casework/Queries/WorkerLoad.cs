namespace Diversion.Casework.Queries;

/// <summary>How much one key worker has in hand.</summary>
/// <param name="Overdue">Open cases in which something is overdue.</param>
public sealed record WorkerLoad(string Id, string Name, string? Team, int OpenCases, int Overdue);

namespace Diversion.Casework.Caseload;

/// <summary>The workload of one key worker.</summary>
/// <param name="Overdue">Open cases in which something is overdue.</param>
/// <param name="Weight">Of all open cases together, see <see cref="WeightOf"/>.</param>
/// <param name="Capacity">How much weight they can carry; null where nobody said.</param>
public sealed record WorkerLoad(string Id, string Name, string? Team, int OpenCases, int Overdue, int Weight = 0, int? Capacity = null)
{
    public bool IsOver => Weight > Capacity;

    /// <summary>A case weighs one for each condition that is still to be kept, and never nothing: people with many conditions need more of a worker.</summary>
    public static int WeightOf(CaseloadRow row) => Math.Max(1, row.OpenConditions);

    internal WorkerLoad With(CaseloadRow row) => this with { OpenCases = OpenCases + 1, Overdue = Overdue + (row.Overdue > 0 ? 1 : 0), Weight = Weight + WeightOf(row) };
}

/// <summary>The workload of a team against what it can carry.</summary>
/// <param name="Capacity">The team's own, or what its key workers can carry together; null where that is not known of each.</param>
public sealed record TeamLoad(string Team, int OpenCases, int Weight, int? Capacity)
{
    public bool IsOver => Weight > Capacity;

    /// <param name="own">What was said of the team as a whole.</param>
    public static TeamLoad Of(string team, IReadOnlyList<WorkerLoad> loads, int? own) => new(
        team,
        loads.Sum(one => one.OpenCases),
        loads.Sum(one => one.Weight),
        own ?? (loads.Count > 0 && loads.All(one => one.Capacity is not null) ? loads.Sum(one => one.Capacity) : null));
}

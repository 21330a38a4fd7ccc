namespace Diversion.Evaluation.Rows;

/// <summary>What was planned for after a completed agreement: how much, never what.</summary>
/// <param name="Entries">Things that go on.</param>
/// <param name="Met">In how many of them the next worker met the person before the end.</param>
/// <param name="Agreed">The person agreed to it.</param>
public sealed record ExitPlanFacts(int Entries, int Met, bool Agreed, ImmutableArray<CallFacts> Calls);

/// <summary>A call after the end.</summary>
/// <param name="Weeks">After the last day.</param>
/// <param name="Reached">Null while it is still to come, or to be tried again.</param>
public readonly record struct CallFacts(int Weeks, bool? Reached);

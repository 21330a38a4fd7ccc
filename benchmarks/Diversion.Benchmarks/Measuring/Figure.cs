namespace Diversion.Benchmarks.Measuring;

/// <summary>One line of the table: what was measured and, from the same run, what the machine can do at best.</summary>
/// <param name="Bare">The bare limit, and in words what it is.</param>
/// <param name="Ratio">How the measured compares with the bare; null where they are not of one kind.</param>
/// <param name="Met">Whether the aim was met; null where there is none or it was not measured.</param>
internal sealed record Figure(string Name, string Measured, string Bare, double? Ratio, string Aim, bool? Met)
{
    /// <param name="reason">Why there is nothing to measure, and what would change that.</param>
    public static Figure Skipped(string name, string aim, string reason) => new(name, $"skipped: {reason}", "", null, aim, null);
}

namespace Diversion.Benchmarks.Measuring;

/// <summary>One line of the table: the measured value and, from the same run, the best that the machine can do.</summary>
/// <param name="Bare">The bare limit, and a description of it.</param>
/// <param name="Ratio">Measured value compared with the bare limit; null if they are different kinds of values.</param>
/// <param name="Met">Whether the aim was met; null if there is none or it was not measured.</param>
internal sealed record Figure(string Name, string Measured, string Bare, double? Ratio, string Aim, bool? Met)
{
    /// <param name="reason">Why it cannot be measured, and what would change that.</param>
    public static Figure Skipped(string name, string aim, string reason) => new(name, $"skipped: {reason}", "", null, aim, null);
}

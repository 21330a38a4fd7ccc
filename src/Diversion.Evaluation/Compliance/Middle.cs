namespace Diversion.Evaluation.Compliance;

/// <summary>The median: half of the values are at most this.</summary>
public static class Middle
{
    /// <returns>Of an even number of values the mean of the two in the middle; null when there is none.</returns>
    public static double? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

namespace Diversion.Evaluation.Estimates;

/// <summary>A number and how sure it is.</summary>
/// <param name="Value">In the unit that the estimator names.</param>
public readonly record struct Estimate(double Value, Interval Interval)
{
    public Estimate(double value, double lower, double upper)
        : this(value, new Interval(lower, upper))
    {
    }

    /// <summary>The same in another unit: from one person to a hundred people.</summary>
    public Estimate Times(double factor) => new(Value * factor, Interval.Lower * factor, Interval.Upper * factor);
}

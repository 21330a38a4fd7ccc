namespace Diversion.Evaluation.Estimates;

/// <summary>A confidence interval, both ends included, in the unit of its estimate. An end may be infinite.</summary>
public readonly record struct Interval(double Lower, double Upper)
{
    public bool Holds(double value) => Lower <= value && value <= Upper;
}

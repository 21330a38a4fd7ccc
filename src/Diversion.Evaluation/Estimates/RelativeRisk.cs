namespace Diversion.Evaluation.Estimates;

/// <summary>How many times as many of the one group as of the other: a relative measure, 1 is no difference.</summary>
public static class RelativeRisk
{
    /// <returns>
    /// p₁ ÷ p₂ with Katz's log interval; null when a group is empty or nobody of either group did. It is infinite when only
    /// people of the first group did.
    /// </returns>
    /// <remarks>
    /// Standard error of the logarithm: √(1/a − 1/n₁ + 1/b − 1/n₂). Katz and others 1978, Biometrics 34:469. With no case in
    /// a group the far end comes from counts raised by a half (and groups by one), and the near end is 0 or infinite.
    /// </remarks>
    public static Estimate? Katz(Proportion first, Proportion second, double level = Confidence.Usual)
    {
        if (first.Of == 0 || second.Of == 0 || (first.Count == 0 && second.Count == 0))
        {
            return null;
        }

        var z = Confidence.Z(level);
        if (first.Count > 0 && second.Count > 0)
        {
            var value = first.Value / second.Value;
            // When everybody did, the plain error would be 0 and the interval a point.
            var error = first.Others + second.Others == 0
                ? Error(first.Count + 0.5, first.Of + 1, second.Count + 0.5, second.Of + 1)
                : Error(first.Count, first.Of, second.Count, second.Of);
            return new(value, value * Math.Exp(-z * error), value * Math.Exp(z * error));
        }

        var raised = (first.Count + 0.5) / (first.Of + 1) / ((second.Count + 0.5) / (second.Of + 1));
        var raisedError = Error(first.Count + 0.5, first.Of + 1, second.Count + 0.5, second.Of + 1);
        return first.Count == 0
            ? new(0, 0, raised * Math.Exp(z * raisedError))
            : new(double.PositiveInfinity, raised * Math.Exp(-z * raisedError), double.PositiveInfinity);
    }

    private static double Error(double a, double n, double b, double m) => Math.Sqrt(Math.Max(0, (1 / a) - (1 / n) + (1 / b) - (1 / m)));
}

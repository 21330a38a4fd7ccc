namespace Diversion.Evaluation.Estimates;

/// <summary>
/// How many people the programme takes for one of them to be spared (or to be harmed): 1 ÷ the risk difference.
/// </summary>
/// <param name="Value">People; above 0. Infinite when there is no difference.</param>
/// <param name="Benefit">One fewer reoffends; otherwise one more does.</param>
/// <param name="Near">The end of the interval with the stronger effect in the estimate's direction, in people.</param>
/// <param name="Far">The other end, in people; infinite when the interval of the difference reaches 0.</param>
/// <param name="OtherWay">
/// When the interval of the difference holds 0, it runs through infinity to this number in the other direction; null otherwise.
/// </param>
public sealed record NumberNeeded(double Value, bool Benefit, double Near, double Far, double? OtherWay)
{
    /// <param name="difference">Risk of the programme minus risk of control: below 0 is a benefit.</param>
    /// <remarks>Altman 1998, BMJ 317:1309: an interval that holds no difference goes through infinity, not through 0.</remarks>
    public static NumberNeeded From(Estimate difference)
    {
        var benefit = difference.Value <= 0;
        var (value, strong, weak) = benefit
            ? (Math.Abs(difference.Value), -difference.Interval.Lower, -difference.Interval.Upper)
            : (difference.Value, difference.Interval.Upper, difference.Interval.Lower);
        return weak > 0
            ? new(1 / value, benefit, 1 / strong, 1 / weak, null)
            : new(1 / value, benefit, 1 / strong, double.PositiveInfinity, weak == 0 ? null : 1 / -weak);
    }
}

namespace Diversion.Evaluation.Estimates;

/// <summary>The share of people without an event over time, also when not everybody was followed up equally long.</summary>
/// <remarks>
/// S(t) = Π (1 − d/n) over the times of events. Kaplan and Meier 1958, JASA 53:457. Standard error after Greenwood 1926:
/// S √(Σ d/(n(n−d))). The interval is on log(−log S), so it stays within 0 to 1 (Kalbfleisch and Prentice 1980). Who is
/// censored at the time of an event was still at risk.
/// </remarks>
public sealed class KaplanMeier
{
    private readonly double[] _times;

    /// <exception cref="ArgumentException">A time is not a number above 0.</exception>
    public KaplanMeier(IEnumerable<Observation> observations, double level = Confidence.Usual)
    {
        var all = observations.ToArray();
        if (all.Any(one => !double.IsFinite(one.Time) || one.Time <= 0))
        {
            throw new ArgumentException("Every time of follow-up is above 0.", nameof(observations));
        }

        // Those of one time are counted together, so their order does not matter.
        _times = Array.ConvertAll(all, one => one.Time);
        Array.Sort(_times, all);
        Steps = [.. Step(all, Confidence.Z(level))];
    }

    public int People => _times.Length;

    public int Events => Steps.Sum(step => step.Events);

    public ImmutableArray<SurvivalStep> Steps { get; }

    /// <summary>The longest follow-up; 0 when there is nobody.</summary>
    public double LongestTime => _times.Length == 0 ? 0 : _times[^1];

    /// <summary>The first time at which half or fewer are without an event; null when it never comes to that.</summary>
    public double? Median => Steps.FirstOrDefault(step => step.Survival.Value <= 0.5 + 1e-12)?.Time;

    /// <summary>Share without an event at that time, the events of that moment counted.</summary>
    public double SurvivalAt(double time) => Steps.LastOrDefault(step => step.Time <= time)?.Survival.Value ?? 1;

    /// <summary>People whose follow-up had neither ended nor had an event before that time.</summary>
    public int AtRisk(double time)
    {
        var (low, high) = (0, _times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _times[middle] < time ? (middle + 1, high) : (low, middle);
        }

        return _times.Length - low;
    }

    private static IEnumerable<SurvivalStep> Step(Observation[] sorted, double z)
    {
        var (survival, sum) = (1.0, 0.0);
        for (var i = 0; i < sorted.Length;)
        {
            var (time, atRisk, events) = (sorted[i].Time, sorted.Length - i, 0);
            for (; i < sorted.Length && sorted[i].Time == time; i++)
            {
                events += sorted[i].IsEvent ? 1 : 0;
            }

            if (events > 0)
            {
                survival *= 1 - ((double)events / atRisk);
                sum += atRisk == events ? 0 : (double)events / ((double)atRisk * (atRisk - events));
                yield return new(time, atRisk, events, new Estimate(survival, Limits(survival, sum, z)), survival * Math.Sqrt(sum));
            }
        }
    }

    private static Interval Limits(double survival, double sum, double z)
    {
        if (survival is <= 0 or >= 1)
        {
            return new(survival, survival);
        }

        var half = z * Math.Sqrt(sum) / Math.Log(survival);
        return new(Math.Pow(survival, Math.Exp(-half)), Math.Pow(survival, Math.Exp(half)));
    }
}

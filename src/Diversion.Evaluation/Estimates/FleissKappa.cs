namespace Diversion.Evaluation.Estimates;

/// <summary>How far members of a panel agree beyond chance; 1 is full agreement, 0 is chance.</summary>
/// <param name="Kappa">With an interval whose standard error assumes no agreement: it is a guide, not a bound.</param>
/// <param name="Agreement">Share of pairs of members who agree.</param>
/// <param name="ByChance">The share that chance would give.</param>
public sealed record FleissKappa(Estimate Kappa, double Agreement, double ByChance)
{
    /// <param name="verdicts">A case a row: how many members gave each verdict. Every case has the same number of members, at least two.</param>
    /// <returns>Null when every verdict of every case is the same, so that chance alone would agree.</returns>
    /// <remarks>
    /// (P̄ − P̄ₑ) ÷ (1 − P̄ₑ). Fleiss 1971, Psychological Bulletin 76:378; standard error of Fleiss, Nee and Landis 1979,
    /// Psychological Bulletin 86:974.
    /// </remarks>
    /// <exception cref="ArgumentException">No case, fewer than two members, or not the same number in each case.</exception>
    public static FleissKappa? Of(IReadOnlyList<IReadOnlyList<int>> verdicts, double level = Confidence.Usual)
    {
        var members = verdicts.Count == 0 ? 0 : verdicts[0].Sum();
        if (members < 2 || verdicts.Any(row => row.Count != verdicts[0].Count || row.Sum() != members || row.Any(count => count < 0)))
        {
            throw new ArgumentException("Every case needs the verdicts of the same number of members, at least two.", nameof(verdicts));
        }

        double cases = verdicts.Count;
        var shares = Enumerable.Range(0, verdicts[0].Count).Select(verdict => verdicts.Sum(row => row[verdict]) / (cases * members)).ToArray();
        var chance = shares.Sum(share => share * share);
        var agreement = verdicts.Average(row => row.Sum(count => (double)count * (count - 1)) / ((double)members * (members - 1)));
        if (chance >= 1 - 1e-12)
        {
            return null;
        }

        var kappa = (agreement - chance) / (1 - chance);
        var pq = shares.Sum(share => share * (1 - share));
        var skew = shares.Sum(share => share * (1 - share) * (1 - (2 * share)));
        var error = Math.Sqrt(2 * Math.Max(0, (pq * pq) - skew) / (cases * members * (members - 1))) / pq;
        var z = Confidence.Z(level);
        return new(new Estimate(kappa, kappa - (z * error), kappa + (z * error)), agreement, chance);
    }
}

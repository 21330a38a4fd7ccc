namespace Diversion.Evaluation.Estimates;

/// <summary>Events a person with the interval that fits how the counts vary, and why that one.</summary>
/// <param name="Mean">Events a person.</param>
/// <param name="IsPoisson">Garwood's interval; otherwise the negative binomial one.</param>
/// <param name="Why">In words.</param>
public sealed record EventsPerPerson(Estimate Mean, bool IsPoisson, string Why)
{
    /// <returns>Null when there is nobody.</returns>
    /// <remarks>
    /// Index of dispersion: (n − 1)s²/m is chi-squared with n − 1 degrees of freedom under Poisson (Fisher, Thornton and
    /// Mackenzie 1922). Above its 95% point, counts vary more than chance: the negative binomial interval is wider and right.
    /// </remarks>
    public static EventsPerPerson? Of(CountSummary counts, double level = Confidence.Usual)
    {
        if (counts.People == 0)
        {
            return null;
        }

        var p = counts.People < 2 || counts.Events == 0 ? 1 : Confidence.UpperTail((counts.People - 1) * counts.Variance / counts.Mean, counts.People - 1);
        if (p < 0.05 && NegativeBinomialRate.Fit(counts, level) is { } fit)
        {
            return new(
                fit.Mean,
                false,
                $"Negative binomial: the counts vary {counts.Variance / counts.Mean:0.0} times as much as independent events would (k = {fit.Dispersion:0.00}), so a Poisson interval would be too narrow.");
        }

        var why = counts.Events == 0 ? "Poisson: there was no event."
            : counts.People < 2 ? "Poisson: one person says nothing about how people differ."
            : $"Poisson: the counts vary no more than independent events would (variance {counts.Variance:0.00}, mean {counts.Mean:0.00}).";
        return new(PoissonRate.Garwood(counts.Events, counts.People, level), true, why);
    }
}

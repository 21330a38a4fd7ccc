using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Harm;

/// <summary>Harm of the reoffences of a group, in days of the index.</summary>
/// <param name="DaysAPerson">Mean over everybody followed up, those without a reoffence included.</param>
/// <param name="WithoutValue">Reoffences whose code is not known or not in the index: they count as nothing, so the sum is too low.</param>
public sealed record HarmMeasure(Figure DaysAPerson, decimal Days, int WithoutValue)
{
    /// <param name="seed">Stated with the result; the same gives the same interval.</param>
    public static HarmMeasure Of(FollowedUp people, HarmIndex index, ulong seed)
    {
        var (values, missing) = Values(people, index);
        var sum = values.Sum();
        return new(
            new(
                "Harm a person",
                $"Days of the harm index of the counted reoffences ÷ people followed up (index {index.Version}, SHA-256 {index.Checksum[..12]}); {missing} reoffences have no value in it",
                Method(seed),
                Bootstrap.Mean(values, seed),
                (long)sum,
                values.Length) { Excluded = people.Excluded, Unit = FigureUnit.Number },
            (decimal)sum,
            missing);
    }

    /// <returns>Mean of the first minus mean of the second group, in days a person; null when a group is empty.</returns>
    public static Estimate? Difference(FollowedUp first, FollowedUp second, HarmIndex index, ulong seed) =>
        Bootstrap.Difference(Values(first, index).Values, Values(second, index).Values, seed);

    private static string Method(ulong seed) => $"Mean with the percentile interval of {Bootstrap.UsualResamples} bootstrap resamples, 95%, seed {seed} (Efron 1979)";

    /// <summary>In the order of the pseudonyms, so that the order of the rows changes nothing.</summary>
    private static (double[] Values, int Missing) Values(FollowedUp people, HarmIndex index)
    {
        var missing = 0;
        double[] values = [.. people.Known.OrderBy(one => one.Person.Pseudonym, StringComparer.Ordinal).Select(one => one.Answer.Counted.Sum(Days))];
        return (values, missing);

        double Days(Reoffence reoffence)
        {
            if (reoffence.OffenceCode is { } code && index.Days.TryGetValue(code, out var days))
            {
                return (double)days;
            }

            missing++;
            return 0;
        }
    }
}

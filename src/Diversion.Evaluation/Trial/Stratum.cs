namespace Diversion.Evaluation.Trial;

/// <summary>One value of each factor of a trial, as one text: <c>medium/theft/female</c>.</summary>
public static class Stratum
{
    /// <summary>Between the values; no code contains it.</summary>
    public const char Separator = '/';

    /// <param name="facts">The person's value of each factor, by the factor's id. A fact that is not known is missing or null.</param>
    /// <param name="stratum">The stratum's text.</param>
    /// <returns>Null, or in words why the facts belong to no stratum of the trial.</returns>
    public static string? Find(AllocationPlan plan, IReadOnlyDictionary<string, string?> facts, out string stratum)
    {
        stratum = "";
        var values = new List<string>();
        foreach (var factor in plan.Factors)
        {
            if (facts.GetValueOrDefault(factor.Id) is not { Length: > 0 } value)
            {
                return $"The trial needs to know {factor.Id}. Record it first.";
            }

            if (!factor.Values.Contains(value))
            {
                return $"The trial has no stratum for {factor.Id} \"{value}\". It has: {string.Join(", ", factor.Values)}.";
            }

            values.Add(value);
        }

        stratum = string.Join(Separator, values);
        return null;
    }

    /// <summary>Whether a stored text is a stratum of the plan.</summary>
    public static bool IsOf(AllocationPlan plan, string stratum)
    {
        var values = plan.Factors.IsEmpty && stratum.Length == 0 ? [] : stratum.Split(Separator);
        return values.Length == plan.Factors.Length && values.Zip(plan.Factors).All(pair => pair.Second.Values.Contains(pair.First));
    }
}

namespace Diversion.Evaluation.Trial;

/// <summary>What a plan must fulfil before a trial may open under it.</summary>
public static class PlanCheck
{
    /// <summary>No block is longer: an arm must not be absent for long.</summary>
    public const int LargestBlock = 64;

    private const int LongestCode = 60;

    private const int MostStrata = 2_000;

    /// <returns>Every fault in words, each with what to do; empty when the trial may open.</returns>
    public static ImmutableArray<string> Faults(AllocationPlan plan) => [.. Codes(plan), .. Arms(plan), .. Factors(plan), .. Blocks(plan)];

    /// <returns>What is allowed, but makes an arm easier to foresee.</returns>
    public static ImmutableArray<string> Advice(AllocationPlan plan)
    {
        var advice = ImmutableArray.CreateBuilder<string>();
        if (plan.BlockSizes.Length == 1)
        {
            advice.Add($"All blocks have {plan.BlockSizes[0]} places: who counts along knows the last arm of each. Add a second size.");
        }

        if (plan.BlockSizes.Contains(plan.RatioSum))
        {
            advice.Add($"A block of {plan.RatioSum} holds each arm only once in its ratio: its last arm is easily guessed. Leave that size out.");
        }

        return advice.ToImmutable();
    }

    private static IEnumerable<string> Codes(AllocationPlan plan)
    {
        IEnumerable<string> codes =
            [plan.TrialId, .. plan.Arms.Select(arm => arm.Id), .. plan.Factors.SelectMany(factor => (factor.Values.IsDefault ? [] : factor.Values).Prepend(factor.Id))];
        foreach (var code in codes.Where(code => !IsCode(code)).Distinct())
        {
            yield return $"\"{code}\" is not a code. Use lower-case letters, digits and hyphens, at most {LongestCode}.";
        }
    }

    private static IEnumerable<string> Arms(AllocationPlan plan)
    {
        if (plan.Arms.Length < 2)
        {
            yield return "A trial needs at least two arms. Add one.";
        }

        if (Twice(plan.Arms.Select(arm => arm.Id)) is { } twice)
        {
            yield return $"The arm \"{twice}\" is there twice. Give each arm a code of its own.";
        }

        if (plan.Arms.Count(arm => arm.IsControl) != 1)
        {
            yield return "Exactly one arm is the control. Mark the arm of usual processing.";
        }

        foreach (var arm in plan.Arms.Where(arm => arm.Ratio is < 1 or > LargestBlock))
        {
            yield return $"The ratio of \"{arm.Id}\" is {arm.Ratio}. Use a whole number from 1 to {LargestBlock}.";
        }
    }

    private static IEnumerable<string> Factors(AllocationPlan plan)
    {
        if (Twice(plan.Factors.Select(factor => factor.Id)) is { } twice)
        {
            yield return $"The factor \"{twice}\" is there twice. Leave one out.";
        }

        foreach (var factor in plan.Factors)
        {
            if (factor.Values.IsDefaultOrEmpty)
            {
                yield return $"The factor \"{factor.Id}\" has no values, so nobody can fall into a stratum. List its values or leave it out.";
            }
            else if (Twice(factor.Values) is { } value)
            {
                yield return $"The factor \"{factor.Id}\" lists \"{value}\" twice. Leave one out.";
            }
        }

        var strata = plan.Factors.Aggregate(1L, (product, factor) => Math.Min(product * Math.Max(1, factor.Values.IsDefault ? 0 : factor.Values.Length), long.MaxValue / 1_000));
        if (strata > MostStrata)
        {
            yield return $"The factors make {strata} strata; most would stay empty. Use fewer factors or values, at most {MostStrata} strata.";
        }
    }

    private static IEnumerable<string> Blocks(AllocationPlan plan)
    {
        if (plan.BlockSizes.IsDefaultOrEmpty)
        {
            yield return "There is no block size. Give at least one, such as 4, 6 and 8.";
            yield break;
        }

        if (Twice(plan.BlockSizes) is var twice && twice != 0)
        {
            yield return $"The block size {twice} is there twice. Leave one out.";
        }

        var sum = plan.Arms.Sum(arm => (long)arm.Ratio);
        foreach (var size in plan.BlockSizes)
        {
            if (size is < 1 or > LargestBlock)
            {
                yield return $"The block size {size} can't be used. Use sizes from 2 to {LargestBlock}.";
            }
            else if (sum > 0 && size % sum != 0)
            {
                yield return $"A block of {size} does not fit the ratio {string.Join(":", plan.Arms.Select(arm => arm.Ratio))}. Use multiples of {sum}.";
            }
        }
    }

    private static T? Twice<T>(IEnumerable<T> values) => values.GroupBy(value => value).Where(group => group.Skip(1).Any()).Select(group => group.Key).FirstOrDefault();

    private static bool IsCode(string? code) =>
        code is { Length: > 0 and <= LongestCode } && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

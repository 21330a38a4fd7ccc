namespace Diversion.Evaluation.Trial;

/// <summary>What a check of a closed trial found.</summary>
/// <param name="Checked">Allocations that were as the seed says, before the first fault.</param>
/// <param name="Fault">The first fault in words; null when every allocation is right.</param>
public sealed record AllocationCheck(int Checked, string? Fault)
{
    public bool IsRight => Fault is null;

    /// <summary>Recomputes every allocation of a trial from its opened seed.</summary>
    /// <param name="seal">As published before the first allocation.</param>
    /// <param name="allocations">In any order.</param>
    public static AllocationCheck Run(AllocationPlan plan, string seal, AllocationSeed seed, IEnumerable<AllocationRecord> allocations)
    {
        if (!string.Equals(seed.Seal, seal.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return new(0, $"The seed is not the one that was sealed: its SHA-256 is {seed.Seal}, the protocol published {seal}.");
        }

        var count = 0;
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stratum in allocations.GroupBy(one => one.Stratum).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (!Stratum.IsOf(plan, stratum.Key))
            {
                return new(count, $"The protocol has no stratum \"{stratum.Key}\", but {stratum.Count()} people were allocated in it.");
            }

            if (FirstFault(new AllocationSequence(plan, seed, stratum.Key), stratum.OrderBy(one => one.Position).ThenBy(one => one.At), people, ref count) is { } fault)
            {
                return new(count, $"Stratum {stratum.Key}: {fault}");
            }
        }

        return new(count, null);
    }

    private static string? FirstFault(AllocationSequence sequence, IEnumerable<AllocationRecord> stratum, HashSet<string> people, ref int count)
    {
        var (expected, before) = (1, (AllocationRecord?)null);
        foreach (var one in stratum)
        {
            if (one.Position != expected)
            {
                return one.Position < 1 ? $"position {one.Position} is no position; they count from 1."
                    : one.Position < expected ? $"position {one.Position} was used twice, for {before?.Pseudonym} and {one.Pseudonym}."
                    : $"position {expected} was skipped; the next one used is {one.Position}.";
            }

            if (sequence.ArmAt(one.Position) is var arm && arm != one.Arm)
            {
                return $"position {one.Position} is \"{arm}\" by the seed, but {one.Pseudonym} was allocated to \"{one.Arm}\".";
            }

            if (before is not null && one.At < before.At)
            {
                return $"position {one.Position} was drawn at {one.At}, before position {before.Position} ({before.At}).";
            }

            if (!people.Add(one.Pseudonym))
            {
                return $"{one.Pseudonym} was allocated twice, the second time at position {one.Position}.";
            }

            (expected, before) = (expected + 1, one);
            count++;
        }

        return null;
    }
}

using Diversion.Evaluation.Trial;

namespace Diversion.Evaluation.Tests.Trial;

internal static class Plans
{
    public static readonly AllocationPlan Usual = new(
        "checkpoint-2026",
        [new("programme", "Programme"), new("control", "Usual processing", IsControl: true)],
        [new("risk-band", ["medium", "low"]), new("offence-group", ["theft", "assault", "drugs"]), new("sex", ["female", "male"])],
        AllocationPlan.DefaultBlockSizes);

    public static readonly AllocationPlan TwoToOne = Usual with
    {
        Arms = [new("programme", "Programme", 2), new("control", "Usual processing", IsControl: true)],
        BlockSizes = [3, 6, 9],
    };

    public const string SomeStratum = "medium/theft/female";

    /// <summary>32 bytes from a number, so that a failing property can be run again.</summary>
    public static AllocationSeed Seed(int number) => new([.. Enumerable.Range(1, AllocationSeed.Bytes).Select(i => (byte)((number * 31) ^ (i * 37) ^ (number >> (i % 24))))]);
}

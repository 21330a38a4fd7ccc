namespace Diversion.Evaluation.Trial;

/// <summary>What of a protocol decides the sequence of its arms. It is frozen when the trial opens.</summary>
/// <param name="TrialId">A short code. It is part of every draw, so that no two trials share a sequence.</param>
/// <param name="Arms">In the order of the protocol; the order is part of the sequence.</param>
/// <param name="Factors">In the order of the protocol; a stratum is one value of each.</param>
/// <param name="BlockSizes">The sizes from which each block's size is drawn: 4, 6 and 8 by default.</param>
public sealed record AllocationPlan(
    string TrialId, ImmutableArray<TrialArm> Arms, ImmutableArray<StratumFactor> Factors, ImmutableArray<int> BlockSizes)
{
    public static readonly ImmutableArray<int> DefaultBlockSizes = [4, 6, 8];

    /// <summary>The smallest block that holds the arms in their ratio.</summary>
    public int RatioSum => Arms.Sum(arm => arm.Ratio);

    public int LargestBlock => BlockSizes.Max();
}

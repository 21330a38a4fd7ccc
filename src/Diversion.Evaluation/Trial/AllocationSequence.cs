namespace Diversion.Evaluation.Trial;

/// <summary>
/// The arms of one stratum, in permuted blocks of random size, from a seed. Nothing is stored: any position can be
/// computed again, by anybody who has the seed, in any language that has HMAC-SHA-256.
/// </summary>
/// <remarks>
/// <para>Positions and blocks count from 1. Let H(text) be the HMAC-SHA-256, under the seed, of
/// <c>TRIAL LF STRATUM LF text</c> in UTF-8, as a big-endian number.</para>
/// <para>The size of block b is the one of the protocol's sizes s whose H(<c>block b size s</c>) is smallest. The arms of
/// a block, in the protocol's order and ratio, go to the block's positions p in the order of H(<c>position p</c>). Both
/// draws are uniform: no remainder is taken.</para>
/// </remarks>
public sealed class AllocationSequence(AllocationPlan plan, AllocationSeed seed, string stratum)
{
    private readonly List<string> _arms = [];
    private int _blocks;

    /// <param name="position">From 1.</param>
    /// <returns>The arm's id.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is below 1.</exception>
    public string ArmAt(int position)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        while (_arms.Count < position)
        {
            AddBlock();
        }

        return _arms[position - 1];
    }

    /// <summary>The first arms, in order.</summary>
    public ImmutableArray<string> Take(int count) => [.. Enumerable.Range(1, count).Select(ArmAt)];

    private void AddBlock()
    {
        var block = ++_blocks;
        var size = plan.BlockSizes.MinBy(one => Draw($"block {block} size {one}"));
        var first = _arms.Count + 1;
        var arms = plan.Arms.SelectMany(arm => Enumerable.Repeat(arm.Id, arm.Ratio * size / plan.RatioSum));
        var places = Enumerable.Range(first, size).OrderBy(position => Draw($"position {position}"));
        _arms.AddRange(places.Zip(arms).OrderBy(pair => pair.First).Select(pair => pair.Second));
    }

    private Draw Draw(string text) => seed.Draw($"{plan.TrialId}\n{stratum}\n{text}");
}

using Diversion.Evaluation.Trial;
using FsCheck;
using FsCheck.Xunit;

namespace Diversion.Evaluation.Tests.Trial;

[Properties(MaxTest = 100, QuietOnSuccess = true)]
public sealed class AllocationSequenceTests
{
    [Fact]
    public void The_sequence_of_a_known_seed_is_the_one_that_another_language_computed()
    {
        // The seed is SHA-256 of "diversion"; the arms were computed in Python.
        var seed = AllocationSeed.Read("cddf86d3bca49414da1a15fa6c7f7320c55572b975ad7d80033566cac6ec853a")!;

        Assert.Equal("8263da4174ca872feaed2711b40320c8b29ccd85678b5fd1106ed6d2a8a18486", seed.Seal);
        Assert.Equal("pcccpppcpcppcpccpcppcccp", Letters(Plans.Usual, seed, 24));
        Assert.Equal("pcccpppppcpppppcpcppccpp", Letters(Plans.TwoToOne, seed, 24));
    }

    [Property]
    public void The_sequence_never_strays_further_than_half_the_largest_block(int number, PositiveInt length)
    {
        var (programme, control) = (0, 0);
        foreach (var arm in new AllocationSequence(Plans.Usual, Plans.Seed(number), Plans.SomeStratum).Take(length.Get + 100))
        {
            _ = arm == "programme" ? programme++ : control++;
            Assert.InRange(Math.Abs(programme - control), 0, Plans.Usual.LargestBlock / 2);
        }
    }

    [Property]
    public void Every_ratio_is_kept_within_a_block(int number)
    {
        var programme = 0;
        foreach (var (arm, count) in new AllocationSequence(Plans.TwoToOne, Plans.Seed(number), Plans.SomeStratum).Take(300).Select((arm, index) => (arm, index + 1)))
        {
            programme += arm == "programme" ? 1 : 0;
            Assert.InRange(programme - (count * 2 / 3.0), -2.0, 2.0);
        }
    }

    [Property]
    public void A_position_can_be_asked_for_in_any_order(int number, PositiveInt position)
    {
        var place = (position.Get % 500) + 1;

        var whole = new AllocationSequence(Plans.Usual, Plans.Seed(number), Plans.SomeStratum).Take(500);

        Assert.Equal(whole[place - 1], new AllocationSequence(Plans.Usual, Plans.Seed(number), Plans.SomeStratum).ArmAt(place));
    }

    [Fact]
    public void Seed_stratum_and_trial_each_make_another_sequence()
    {
        string[] sequences =
        [
            Letters(Plans.Usual, Plans.Seed(1), 200),
            Letters(Plans.Usual, Plans.Seed(2), 200),
            Letters(Plans.Usual with { TrialId = "checkpoint-2027" }, Plans.Seed(1), 200),
            string.Concat(new AllocationSequence(Plans.Usual, Plans.Seed(1), "medium/theft/male").Take(200).Select(arm => arm[0])),
        ];

        Assert.Equal(4, sequences.Distinct().Count());
    }

    [Fact]
    public void Arms_and_block_sizes_come_in_their_shares_at_every_place()
    {
        // 4,000 strata, so 4,000 independent first arms: half are the programme, within 4 standard errors (127).
        var first = Enumerable.Range(0, 4_000).Count(i => new AllocationSequence(Plans.Usual, Plans.Seed(7), $"stratum-{i}").ArmAt(1) == "programme");
        // A block of four is balanced after four places, a larger one not always.
        var balanced = Enumerable.Range(0, 4_000).Count(i => new AllocationSequence(Plans.Usual, Plans.Seed(8), $"stratum-{i}").Take(4).Count(arm => arm == "programme") == 2);

        Assert.InRange(first, 2_000 - 127, 2_000 + 127);
        // One third of 1 (blocks of 4), one third of 9/15 (of 6), one third of 36/70 (of 8): 0.7048.
        Assert.InRange(balanced, (0.7048 * 4_000) - 116, (0.7048 * 4_000) + 116);
    }

    [Fact]
    public void A_seed_never_shows_itself_and_is_read_back_from_its_opened_form()
    {
        var seed = Plans.Seed(3);

        Assert.Equal("(sealed)", $"{seed}");
        Assert.Equal(seed.Seal, AllocationSeed.Read(seed.Open())!.Seal);
        Assert.Null(AllocationSeed.Read(seed.Open()[1..]));
        Assert.Null(AllocationSeed.Read(new string('0', 64)));
        Assert.Null(AllocationSeed.Read(null));
        Assert.Throws<ArgumentException>(() => new AllocationSeed(new byte[32]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AllocationSequence(Plans.Usual, seed, Plans.SomeStratum).ArmAt(0));
    }

    private static string Letters(AllocationPlan plan, AllocationSeed seed, int count) =>
        string.Concat(new AllocationSequence(plan, seed, Plans.SomeStratum).Take(count).Select(arm => arm[0]));
}

using Diversion.Evaluation.Panel;
using Diversion.Evaluation.Tests.Trial;
using FsCheck;
using FsCheck.Xunit;

namespace Diversion.Evaluation.Tests.Panel;

[Properties(MaxTest = 200, QuietOnSuccess = true)]
public sealed class PanelSampleTests
{
    private static readonly (string Case, string Group)[] Cases =
        [.. Enumerable.Range(0, 100).Select(i => ($"case-{i}", i < 60 ? "completed" : i < 90 ? "breached" : i < 98 ? "declined" : "discontinued"))];

    [Fact]
    public void Every_group_is_seen_and_the_sample_is_the_same_again()
    {
        var sample = PanelSample.Draw(Cases, 20, Plans.Seed(1), "2026-q3");

        Assert.Equal(20, sample.Distinct().Count());
        Assert.Equal([("breached", 6), ("completed", 12), ("declined", 1), ("discontinued", 1)], sample.CountBy(one => Cases.Single(each => each.Case == one).Group).Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Equal(sample.ToArray(), PanelSample.Draw([.. Cases.Reverse()], 20, Plans.Seed(1), "2026-q3").ToArray());
        Assert.NotEqual(sample.ToArray(), PanelSample.Draw(Cases, 20, Plans.Seed(1), "2026-q4").ToArray());
        Assert.NotEqual(sample.ToArray(), PanelSample.Draw(Cases, 20, Plans.Seed(2), "2026-q3").ToArray());
        Assert.Throws<ArgumentException>(() => PanelSample.Draw([.. Cases, Cases[0]], 20, Plans.Seed(1), "2026-q3"));
    }

    [Fact]
    public void Every_case_of_a_group_has_the_same_chance()
    {
        // 2,000 sittings take 12 of 60 each time: 400 expected of each, standard error 17.9.
        var drawn = Enumerable.Range(0, 2_000).SelectMany(sitting => PanelSample.Draw(Cases, 20, Plans.Seed(3), $"{sitting}")).CountBy(one => one).ToDictionary();

        Assert.All(Cases.Take(60), one => Assert.InRange(drawn[one.Case], 400 - 80, 400 + 80));
    }

    [Property]
    public void Places_add_up_and_no_group_gets_more_than_it_has(NonEmptyArray<byte> groups, PositiveInt size)
    {
        int[] people = [.. groups.Get.Select(group => (int)group)];
        var wanted = Math.Min(size.Get, people.Sum());

        var places = PanelSample.Places(people, wanted);

        Assert.Equal(wanted, places.Sum());
        Assert.All(places.Zip(people), pair => Assert.InRange(pair.First, 0, pair.Second));
        if (wanted >= people.Count(group => group > 0))
        {
            Assert.All(places.Zip(people), pair => Assert.True(pair.First > 0 || pair.Second == 0));
        }
    }

    [Theory]
    [InlineData(new[] { 1, 1, 10 }, 6, new[] { 1, 1, 4 })]
    [InlineData(new[] { 60, 30, 8, 2 }, 20, new[] { 12, 6, 1, 1 })]
    [InlineData(new[] { 5, 0, 3, 9 }, 2, new[] { 1, 0, 0, 1 })]
    [InlineData(new[] { 1, 1, 1, 97 }, 4, new[] { 1, 1, 1, 1 })]
    public void Small_groups_get_one_place_while_there_are_enough(int[] people, int size, int[] expected) =>
        Assert.Equal(expected, PanelSample.Places(people, size));
}

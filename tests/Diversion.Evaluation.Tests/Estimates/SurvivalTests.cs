using Diversion.Evaluation.Estimates;
using FsCheck;
using FsCheck.Xunit;

namespace Diversion.Evaluation.Tests.Estimates;

[Properties(MaxTest = 200, QuietOnSuccess = true)]
public sealed class SurvivalTests
{
    /// <summary>Weeks of remission of children with leukaemia: Freireich and others 1963, Blood 21:699. Below 0: still in remission.</summary>
    private static readonly Observation[] SixMp = Weeks(6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35);

    private static readonly Observation[] Placebo = Weeks(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);

    [Fact]
    public void Freireichs_remissions()
    {
        var curve = new KaplanMeier(SixMp);

        Assert.Equal([6, 7, 10, 13, 16, 22, 23], curve.Steps.Select(step => step.Time));
        Assert.Equal([0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482], curve.Steps.Select(step => Math.Round(step.Survival.Value, 4)));
        Assert.Equal([21, 17, 15, 12, 11, 7, 6], curve.Steps.Select(step => step.AtRisk));
        Assert.Equal([3, 1, 1, 1, 1, 1, 1], curve.Steps.Select(step => step.Events));
        // Standard errors as in Kleinbaum and Klein, Survival Analysis.
        Assert.Equal([0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346], curve.Steps.Select(step => Math.Round(step.StandardError, 4)));
        Assert.Equal(23, curve.Median);
        Assert.Equal(8, new KaplanMeier(Placebo).Median);
        Assert.Equal(1, curve.SurvivalAt(5.9));
        Assert.Equal(0.8571, curve.SurvivalAt(6), 4);
        Assert.Equal(0.4482, curve.SurvivalAt(40), 4);
        Assert.Equal([21, 21, 17, 6, 5, 0], new[] { 0.0, 6, 7, 23, 24, 36 }.Select(curve.AtRisk));
    }

    [Fact]
    public void The_log_rank_test_of_Freireich()
    {
        var test = LogRank.Of(SixMp, Placebo);

        Assert.Equal(16.79, test.ChiSquared, 2);
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal([9.0, 21.0], test.Observed.ToArray());
        // 19.25 and 10.75 expected, as in Kleinbaum and Klein.
        Assert.Equal([19.25, 10.75], test.Expected.Select(one => Math.Round(one, 2)));
        Assert.InRange(test.P, 4e-5, 4.4e-5);
        Assert.True(test.Z < 0);
    }

    [Fact]
    public void Three_groups_and_an_empty_one()
    {
        var three = LogRank.Of(SixMp, Placebo, Placebo);

        Assert.Equal(2, three.DegreesOfFreedom);
        Assert.Equal(three.ChiSquared, LogRank.Of(Placebo, SixMp, Placebo).ChiSquared, 1e-9);
        Assert.Equal(LogRank.Of(SixMp, Placebo).ChiSquared, LogRank.Of(SixMp, [], Placebo).ChiSquared, 1e-9);
        Assert.Equal(1, LogRank.Of([], []).P);
    }

    [Property]
    public void Everybody_followed_up_makes_it_the_share_itself(NonEmptyArray<byte> times)
    {
        var curve = new KaplanMeier(times.Get.Select(time => new Observation(time + 1, true)));

        foreach (var step in curve.Steps)
        {
            Assert.Equal(times.Get.Count(time => time + 1 > step.Time) / (double)times.Get.Length, step.Survival.Value, 1e-9);
        }
    }

    [Property]
    public void A_curve_never_rises_and_intervals_hold((byte Time, bool Event)[] people)
    {
        var curve = new KaplanMeier(People(people));

        Assert.All(curve.Steps, step => Close.HoldsItself(step.Survival));
        Assert.All(curve.Steps, step => Assert.InRange(step.Survival.Interval.Lower, 0, step.Survival.Interval.Upper));
        Assert.All(curve.Steps, step => Assert.InRange(step.Survival.Interval.Upper, 0, 1));
        Assert.Equal(curve.Steps.Select(step => step.Survival.Value).OrderDescending(), curve.Steps.Select(step => step.Survival.Value));
        Assert.Equal(people.Count(one => one.Event), curve.Events);
        Assert.All(curve.Steps, step => Assert.Equal(step.AtRisk, curve.AtRisk(step.Time)));
    }

    [Property]
    public void Relabelling_flips_the_sign_of_the_test((byte Time, bool Event)[] first, (byte Time, bool Event)[] second)
    {
        var (test, flipped) = (LogRank.Of(People(first), People(second)), LogRank.Of(People(second), People(first)));

        Assert.Equal(test.ChiSquared, flipped.ChiSquared, 1e-6);
        Assert.Equal(test.Observed.Sum(), test.Expected.Sum(), 1e-6);
        Assert.True(Math.Abs(test.Z + flipped.Z) < 1e-6);
    }

    [Fact]
    public void A_time_of_nothing_is_a_bug() => Assert.Throws<ArgumentException>(() => new KaplanMeier([new(0, true)]));

    private static Observation[] People((byte Time, bool Event)[] people) => [.. people.Select(one => new Observation(one.Time + 1, one.Event))];

    private static Observation[] Weeks(params int[] weeks) => [.. weeks.Select(week => new Observation(Math.Abs(week), week > 0))];
}

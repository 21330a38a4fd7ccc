using Diversion.Casework.Maintenance;
using Diversion.Functions.Tests.Lives;
using Diversion.Functions.Tests.VirtualTime;
using NodaTime;

namespace Diversion.Functions.Tests.Workflows;

/// <summary>
/// The process dies: before an orchestrator's step is committed, after an activity ran and before its answer is sent,
/// before or after a commit of an activity, or before a workflow is looked up, started or nudged.
/// </summary>
public sealed class CrashTests
{
    private const int Seed = 20261124;

    [Fact]
    public async Task Dying_at_any_one_place_loses_nothing_and_repeats_nothing()
    {
        var clean = await Lived.Of(AllLives.Brief, Crashes.None());
        Assert.InRange(clean.Places, 200, 20_000);

        for (var place = 0; place < clean.Places; place++)
        {
            var died = new Crashes(place);
            var lived = await Lived.Of(AllLives.Brief, died);
            Assert.Equal(1, died.Happened);
            Assert.True(clean.Happened.SequenceEqual(lived.Happened), $"Dying at place {place} of {clean.Places} changed what happened.");
            Assert.Equal(clean.Delivered, lived.Delivered);
        }
    }

    [Fact]
    public async Task Dying_often_through_four_months_loses_nothing_and_repeats_nothing()
    {
        var clean = await Lived.Of(AllLives.Completed, Crashes.None());
        var random = new Random(Seed);
        for (var run = 0; run < 8; run++)
        {
            var lived = await Lived.Of(AllLives.Completed, new Crashes([.. Enumerable.Range(0, 120).Select(_ => random.Next(clean.Places))]));
            Assert.Equal(clean.Happened, lived.Happened);
            Assert.Equal(clean.Delivered, lived.Delivered);
        }
    }

    /// <param name="Places">Points at which the process could have died.</param>
    /// <param name="Delivered">Distinct messages; one that was in transit when the process died arrives twice, under one id.</param>
    private sealed record Lived(List<string> Happened, int Places, int Delivered)
    {
        public static async Task<Lived> Of(Life life, Crashes crashes)
        {
            using var host = new WorkflowHost(life.Start, crashes) { Swept = life.Id };
            await life.Live(host);

            // Whatever was lost is found by the daily check, if not by the sweep.
            host.Hub.Crashes = Crashes.None();
            await host.RunTo(host.Clock.Now + Duration.FromHours(30));
            Assert.Null((await Verification.Run(host.Store)).Fault);
            return new Lived(await Happenings.Of(host.Casework, life.Id), crashes.Places, host.Post.Delivered.Distinct().Count());
        }
    }
}

using Diversion.Domain.Agreements;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Schemes;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.Planning;
using Diversion.Storage.Compliance;

namespace Diversion.Simulation.Tests;

/// <summary>The stated model, and what it leaves in the streams.</summary>
public sealed class ReoffendingModelTests
{
    private const int People = 20_000;

    [Theory]
    [InlineData(true, "reoffending.within24.programme")]
    [InlineData(false, "reoffending.within24.usual")]
    public void The_share_that_reoffends_within_24_months_is_the_one_that_is_given(bool treated, string figure)
    {
        var behaviour = Behaviour.Read(Behaviour.ShippedFile);
        var model = new ReoffendingModel(behaviour);
        var counts = Enumerable.Range(0, People).Select(person => model.Days(new Chance(7, person), treated).Count()).ToArray();

        // Four standard errors.
        Assert.InRange(counts.Count(count => count > 0) / (double)People, behaviour[figure] - 0.015, behaviour[figure] + 0.015);

        // Overdispersed: a few offend often.
        var mean = counts.Average();
        Assert.True(counts.Average(count => (count - mean) * (count - mean)) > 1.2 * mean);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.35, 0.3)]
    [InlineData(0.48, 5)]
    public void The_rate_follows_from_the_share(double share, double shape) =>
        Assert.Equal(1 - share, Math.Pow(1 + (ReoffendingModel.RateOf(share, shape) * 2 / shape), -shape), 10);

    [Fact]
    public async Task Everybody_allocated_or_signed_is_searched_for_and_offends_after_the_start()
    {
        var store = new InMemoryTableStore();
        var result = await SimulatedProgramme.Run(store, SimulatedProgramme.Order(60));
        var states = new List<AgreementState>();
        foreach (var id in await SimulatedProgramme.Agreements(store))
        {
            states.Add(await SimulatedProgramme.Stored(store, id));
        }

        var followed = states.Where(state => state.FollowUpStart is not null).ToArray();

        Assert.NotEmpty(followed);
        Assert.All(followed, state => Assert.True(state.FollowUp.SearchedUntil >= state.FollowUpStart!.Value.PlusMonths(30)));
        Assert.Contains(followed, state => !state.FollowUp.Reoffences.IsEmpty);
        Assert.All(followed.SelectMany(state => state.FollowUp.Reoffences.Select(one => (state.FollowUpStart, one))), pair => Assert.True(pair.one.OffenceOn > pair.FollowUpStart));
        Assert.All(states.Where(state => state.FollowUpStart is null), state => Assert.Null(state.FollowUp.SearchedUntil));
        Assert.DoesNotContain(result.Refusals.Keys, refused => refused.StartsWith("record-reoffence", StringComparison.Ordinal) || refused.StartsWith("record-search", StringComparison.Ordinal));
    }

    /// <summary>Two and a half years of enrolment: those of the first year are searched for meanwhile, when their results become final.</summary>
    [Fact]
    public async Task A_result_that_becomes_final_meanwhile_is_searched_for_then_and_found_again_at_the_end()
    {
        var store = new InMemoryTableStore();
        var order = SimulatedProgramme.Order(40) with { Months = 30 };
        var result = await SimulatedProgramme.Run(store, order);
        var searches = 0;
        foreach (var id in await SimulatedProgramme.Agreements(store))
        {
            var recorded = (await SimulatedProgramme.Events(store, id)).Select(one => one.Event).ToArray();
            searches = Math.Max(searches, recorded.OfType<FollowUpEvent.RecordsSearched>().Count());
            Assert.Equal(recorded.OfType<FollowUpEvent.ReoffenceRecorded>().Count(), recorded.OfType<FollowUpEvent.ReoffenceRecorded>().Select(one => one.Reoffence.Source).Distinct().Count());
        }

        Assert.InRange(searches, 2, 3);
        Assert.DoesNotContain(Addressee.Analyst, result.Tally.Escalations.Keys);
        Assert.DoesNotContain(result.Refusals.Keys, refused => refused.StartsWith("record-reoffence", StringComparison.Ordinal) || refused.StartsWith("record-search", StringComparison.Ordinal));
    }
}

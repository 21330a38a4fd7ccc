using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Term;
using Diversion.Storage.Compliance;

namespace Diversion.Simulation.Tests;

public sealed class SimulationResultTests(SimulatedStore simulated) : IClassFixture<SimulatedStore>
{
    /// <summary>Refusals that the simulation causes on purpose, or that a person cannot know beforehand.</summary>
    private static readonly string[] Expected =
    [
        "decide-breach: charge-by-too-close",
        "make-offer: charge-by-too-close",
        "receive-tag-event: tag-event-after-ending",
        "sign-agreement: charge-by-too-close",
        "sign-agreement: restorative-justice-child-protection",
        "substitute-condition: condition-repeated",
        "substitute-condition: too-many-conditions",
    ];

    [Fact]
    public void Every_agreement_ends() => Assert.Empty(simulated.Result.Tally.Unfinished);

    [Fact]
    public void Nothing_is_refused_that_people_could_not_know() =>
        Assert.All(simulated.Result.Refusals.Keys, refused => Assert.Contains(refused, Expected));

    [Fact]
    public async Task Figures_add_up()
    {
        var tally = simulated.Result.Tally;
        var events = 0L;
        var escalated = 0;
        var proposed = 0;
        foreach (var id in await SimulatedProgramme.Agreements(simulated.Store))
        {
            var stream = await SimulatedProgramme.Events(simulated.Store, id);
            Assert.Equal(Enumerable.Range(1, stream.Count), stream.Select(recorded => recorded.Number));
            events += stream.Count;
            escalated += stream.Count(recorded => recorded.Event is TermEvent.ObligationEscalated);
            proposed += stream.Count(recorded => recorded.Event is BreachEvent.BreachProposed);
        }

        Assert.Equal(120, tally.Outcomes.Values.Sum());
        Assert.Equal(events, tally.Events);
        Assert.Equal(escalated, tally.Escalations.Values.Sum());
        Assert.Equal(proposed, tally.Proposals.Values.Sum());
        Assert.Equal(tally.Outcomes.GetValueOrDefault(AgreementStatus.Breached), tally.Breaches.Values.Sum());
        Assert.All(tally.Breaches, cause => Assert.True(cause.Value <= tally.Proposals[cause.Key]));
        Assert.Contains(tally.MeetingsByWeek.Values, week => week.Count > 1);
    }

    [Fact]
    public async Task A_more_patient_scheme_brings_fewer_proposals()
    {
        var patient = await SimulatedProgramme.Run(new InMemoryTableStore(), SimulatedProgramme.Order(120, overrides: "breach.proposeAt=12"));

        Assert.True(
            patient.Tally.Proposals.GetValueOrDefault(BreachCause.UnexcusedFailures)
            < simulated.Result.Tally.Proposals.GetValueOrDefault(BreachCause.UnexcusedFailures));
        Assert.NotEqual(simulated.Result.Tally.Digest, patient.Tally.Digest);
    }

    [Fact]
    public async Task Turning_point_runs_to_its_end_too()
    {
        var result = await SimulatedProgramme.Run(new InMemoryTableStore(), SimulatedProgramme.Order(40, scheme: "turning-point"));

        Assert.Empty(result.Tally.Unfinished);
        Assert.True(result.Tally.Outcomes[AgreementStatus.Completed] > 10);
    }
}

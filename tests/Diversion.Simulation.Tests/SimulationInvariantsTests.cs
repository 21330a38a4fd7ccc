using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Offer;
using Diversion.Domain.Term;

namespace Diversion.Simulation.Tests;

/// <summary>Rules of the domain that must be true over a whole simulated programme.</summary>
public sealed class SimulationInvariantsTests(SimulatedStore simulated) : IClassFixture<SimulatedStore>
{
    [Fact]
    public async Task Replay_of_each_stream_equals_its_snapshot()
    {
        foreach (var id in await SimulatedProgramme.Agreements(simulated.Store))
        {
            AgreementState? replayed = null;
            foreach (var recorded in await SimulatedProgramme.Events(simulated.Store, id))
            {
                replayed = Agreement.Evolve(replayed, recorded.Event);
            }

            Assert.Equal(Json(await SimulatedProgramme.Stored(simulated.Store, id)), Json(replayed!));
        }
    }

    [Fact]
    public async Task No_agreement_is_breached_without_a_lead_other_than_the_proposer()
    {
        var breached = 0;
        foreach (var events in await Streams())
        {
            var proposers = events.Select(recorded => recorded.Event).OfType<BreachEvent.BreachProposed>().ToDictionary(e => e.Number, e => e.ProposerId);
            foreach (var recorded in events.Where(recorded => recorded.Event is BreachEvent.AgreementBreached))
            {
                var ended = (BreachEvent.AgreementBreached)recorded.Event;
                Assert.Equal(Role.ProgrammeLead, recorded.By.Role);
                Assert.NotEqual(proposers[ended.Number], ended.DeciderId);
                breached++;
            }
        }

        Assert.Equal(simulated.Result.Tally.Outcomes.GetValueOrDefault(AgreementStatus.Breached), breached);
    }

    [Fact]
    public async Task Credited_minutes_are_never_above_the_target()
    {
        var seen = 0;
        foreach (var events in await Streams())
        {
            AgreementState? state = null;
            foreach (var recorded in events)
            {
                state = Agreement.Evolve(state, recorded.Event);
                foreach (var hours in state.Conditions.OfType<ReparationCondition>())
                {
                    Assert.InRange(hours.CreditedMinutes, 0, hours.TargetMinutes);
                    seen++;
                }
            }
        }

        Assert.True(seen > 0);
    }

    [Fact]
    public async Task No_agreement_is_signed_or_extended_past_its_charge_by_margin()
    {
        var margin = simulated.Result.Order.Scheme.ChargeBy.MarginDays;
        foreach (var events in await Streams())
        {
            AgreementState? state = null;
            foreach (var recorded in events)
            {
                state = Agreement.Evolve(state, recorded.Event);
                if (recorded.Event is OfferEvent.AgreementSigned or TermEvent.TermExtended && state.Referral.ChargeBy.LatestEnd(margin) is { } latest)
                {
                    Assert.True(state.Term!.LastDay <= latest);
                }
            }
        }
    }

    [Fact]
    public async Task A_terminal_status_is_final()
    {
        foreach (var events in await Streams())
        {
            AgreementState? state = null;
            foreach (var recorded in events)
            {
                var before = state;
                state = Agreement.Evolve(state, recorded.Event);
                Assert.True(before is not { IsTerminal: true } || before.Status == state.Status);
            }
        }
    }

    [Fact]
    public async Task Events_are_in_the_order_of_time()
    {
        foreach (var events in await Streams())
        {
            Assert.Equal(events.Select(recorded => recorded.At).Order(), events.Select(recorded => recorded.At));
        }
    }

    private async Task<List<List<RecordedEvent>>> Streams()
    {
        var streams = new List<List<RecordedEvent>>();
        foreach (var id in await SimulatedProgramme.Agreements(simulated.Store))
        {
            streams.Add(await SimulatedProgramme.Events(simulated.Store, id));
        }

        return streams;
    }

    [Fact]
    public async Task Some_cases_have_several_offences_and_each_its_own_crime_number()
    {
        var several = 0;
        foreach (var id in await SimulatedProgramme.Agreements(simulated.Store))
        {
            var numbers = (await SimulatedProgramme.Stored(simulated.Store, id)).Referral.Offences.Select(one => one.Offence.CrimeNumber).ToArray();
            Assert.All(numbers, number => Assert.NotNull(number));
            Assert.Equal(numbers.Length, numbers.Distinct().Count());
            several += numbers.Length > 1 ? 1 : 0;
        }

        Assert.InRange(several, 10, 30);
    }

    private static string Json(AgreementState state) => JsonSerializer.Serialize(state, StoredJson.Options);
}

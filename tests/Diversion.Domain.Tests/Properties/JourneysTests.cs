using Diversion.Domain.Agreements;
using Diversion.Domain.Keeping;
using FsCheck;
using FsCheck.Fluent;

namespace Diversion.Domain.Tests.Properties;

/// <summary>Properties prove little about what no journey reaches.</summary>
public sealed class JourneysTests
{
    [Fact]
    public void Random_journeys_reach_every_status_and_every_event()
    {
        var statuses = new HashSet<AgreementStatus>();
        var events = new HashSet<Type>();
        foreach (var journey in Journeys.Journey().Generator.Sample(size: 50, seed: new Rnd(2026), numberOfSamples: 5000))
        {
            var lived = journey.Live((_, _, decision, _) => statuses.Add(decision.State.Status));
            Journey.Drain(lived, lived.Now + Duration.FromDays(400));
            statuses.Add(lived.Status);
            events.UnionWith(lived.History.Select(happened => happened.GetType()));
        }

        var all = typeof(AgreementEvent).Assembly.GetTypes().Where(type => typeof(AgreementEvent).IsAssignableFrom(type) && !type.IsAbstract);
        Assert.Equal(Enum.GetValues<AgreementStatus>(), statuses.Order());
        Assert.Empty(all.Except(events).Where(type => !type.IsAssignableTo(typeof(KeepingEvent))).Select(type => type.Name));
    }
}

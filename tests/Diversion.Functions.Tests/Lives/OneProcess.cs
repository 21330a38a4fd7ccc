using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.Delivery;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Storage;
using Diversion.Casework.Timekeeping;
using Diversion.Simulation.VirtualTime;
using Diversion.Storage.Compliance;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Functions.Tests.Lives;

/// <summary>How the one-process host passes time.</summary>
internal sealed class OneProcess : ITimeKeeper, IDisposable
{
    private readonly TimeMachine clock;
    private readonly Installation installation;

    /// <param name="publisher">Where notices go; null keeps them here.</param>
    public OneProcess(Instant start, IPublisher? publisher = null)
    {
        var post = new PostOffice();
        clock = new TimeMachine(null, start);
        installation = new Installation(Store, Programmes.Rulebook, post, publisher ?? post, new ChangeListeners(), NullLoggerFactory.Instance, WrappingKey.From([1]));
    }

    public InMemoryTableStore Store { get; } = new();

    public CaseworkService Casework => installation.Casework;

    public async Task RunTo(Instant until)
    {
        await new Journey(clock, installation.Sweep).To(until);
        await installation.Delivery.Run(until);
    }

    public void Dispose() => installation.Dispose();
}

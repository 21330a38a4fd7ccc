using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Moving;
using Diversion.Casework.Timekeeping;
using Diversion.Functions.Tests.Lives;
using Diversion.Local.Moving;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using Diversion.Simulation.VirtualTime;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>A data folder with the one-process host's timekeeping.</summary>
internal sealed class OneMachine : ITimeKeeper, IAsyncDisposable
{
    private readonly TimeMachine clock;
    private readonly Installation installation;
    private readonly SqliteTableStore store;

    public OneMachine(string folder, Instant start)
    {
        clock = new TimeMachine(null, start);
        store = FolderPlace.OpenToImport(folder);
        Place = FolderPlace.Of(folder, store, new FileDestructionLog(folder));
        installation = new Installation(
            store, Programmes.Rulebook, Post, Post, new ChangeListeners(), NullLoggerFactory.Instance, new AdoptedKeys(new WrappingKey(Keys.OfPapers(folder)), store));
    }

    public PostOffice Post { get; } = new();

    public ProgrammePlace Place { get; }

    public CaseworkService Casework => installation.Casework;

    public async Task RunTo(Instant until)
    {
        await new Journey(clock, installation.Sweep).To(until);
        await installation.Delivery.Run(until);
    }

    public async ValueTask DisposeAsync()
    {
        installation.Dispose();
        await store.DisposeAsync();
    }
}

using Azure.Data.Tables;
using Diversion.Azurite.Emulator;
using Diversion.Azurite.Engine;
using Diversion.Functions.Azure.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>One emulator for all tests; each has a hub of its own, and tables of its own where it needs them.</summary>
public sealed class SharedEmulator : IAsyncLifetime
{
    private static int hubs;
    private AzuriteEmulator? azurite;

    public string Connection => azurite!.Connection;

    public async Task InitializeAsync() => azurite = await AzuriteEmulator.Start(folder: null);

    public Task DisposeAsync()
    {
        azurite?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A hub that nobody has used, and an engine that does not keep a test waiting.</summary>
    internal EngineSettings NewHub() => Settings(Connection, $"Hub{Interlocked.Increment(ref hubs):D3}", "one");

    internal static EngineSettings Settings(string connection, string hub, string worker) => new(connection, hub, worker)
    {
        Partitions = 2, LongestPolling = TimeSpan.FromMilliseconds(100), Visibility = TimeSpan.FromSeconds(5),
    };

    /// <summary>The store over this account's tables, which only one test may use.</summary>
    internal async Task<AzureTableStore> Tables()
    {
        var store = new AzureTableStore(new TableServiceClient(Connection), NullLogger<AzureTableStore>.Instance);
        await store.CreateTables();
        return store;
    }
}

[CollectionDefinition(Name)]
public sealed class OnTheEmulator : ICollectionFixture<SharedEmulator>
{
    public const string Name = "emulator";
}

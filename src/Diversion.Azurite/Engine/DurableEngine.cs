using System.Net;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using DurableTask.AzureStorage;
using DurableTask.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diversion.Azurite.Engine;

/// <summary>
/// The Durable Task engine over Azure Storage, served to workers and clients over gRPC: what the Functions host's
/// Durable extension is, without the host.
/// </summary>
public sealed class DurableEngine : IAsyncDisposable
{
    private readonly WebApplication server;
    private Task? resting;

    private DurableEngine(WebApplication server) => this.server = server;

    public string Address => server.Urls.Single();

    /// <summary>
    /// Finishes the work that it has begun, begins no more, and gives its partitions up. Its worker has to be there still:
    /// work that the worker leaves undone keeps the partitions until their leases run out.
    /// </summary>
    public Task Rest() => resting ??= server.Services.GetRequiredService<IOrchestrationService>().StopAsync();

    public static async Task<DurableEngine> Start(EngineSettings settings, Action<ILoggingBuilder> logging, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        logging(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc =>
        {
            if (settings.Listener is { } listener)
            {
                grpc.Interceptors.Add(listener.GetType());
            }
        });
        if (settings.Listener is { } hears)
        {
            builder.Services.AddSingleton(hears.GetType(), hears);
        }

        builder.Services.AddSingleton(services => Service(settings, services.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddSingleton(services => ActivityGuard.Around(services.GetRequiredService<AzureStorageOrchestrationService>(), settings.Visibility));
        builder.Services.AddSingleton<IOrchestrationServiceClient>(services => services.GetRequiredService<AzureStorageOrchestrationService>());
        builder.Services.AddSingleton<TaskHubGrpcServer>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        var built = builder.Build();
        built.MapGrpcService<TaskHubGrpcServer>();
        await built.Services.GetRequiredService<IOrchestrationService>().CreateIfNotExistsAsync();

        // Made before the server starts: it begins its work when it hears of the start.
        built.Services.GetRequiredService<TaskHubGrpcServer>();
        await built.StartAsync(cancellation);
        return new DurableEngine(built);
    }

    public async ValueTask DisposeAsync()
    {
        await Rest();
        await server.StopAsync();
        await server.DisposeAsync();
    }

    private static AzureStorageOrchestrationService Service(EngineSettings settings, ILoggerFactory loggers) => new(new AzureStorageOrchestrationServiceSettings
    {
        StorageAccountClientProvider = Storage(settings),
        TaskHubName = settings.Hub,
        WorkerId = settings.Worker,
        PartitionCount = settings.Partitions,
        MaxQueuePollingInterval = settings.LongestPolling,
        ControlQueueVisibilityTimeout = settings.Visibility,
        WorkItemQueueVisibilityTimeout = settings.Visibility,
        UseTablePartitionManagement = true,

        // One app works on this hub. The lease of another's that died would have to run out first.
        UseAppLease = false,
        ThrowExceptionOnInvalidDedupeStatus = true,
        LoggerFactory = loggers,
    });

    private static StorageAccountClientProvider Storage(EngineSettings settings)
    {
        if (settings.Counter is not { } counter)
        {
            return new StorageAccountClientProvider(settings.Connection);
        }

        var (blobs, queues, tables) = (new BlobClientOptions(), new QueueClientOptions(), new TableClientOptions());
        foreach (var options in new ClientOptions[] { blobs, queues, tables })
        {
            options.AddPolicy(counter, HttpPipelinePosition.PerRetry);
        }

        return new StorageAccountClientProvider(
            StorageServiceClientProvider.ForBlob(settings.Connection, blobs),
            StorageServiceClientProvider.ForQueue(settings.Connection, queues),
            StorageServiceClientProvider.ForTable(settings.Connection, tables));
    }
}

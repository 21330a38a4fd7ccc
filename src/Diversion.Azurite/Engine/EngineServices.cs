using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Diversion.Azurite.Engine;

/// <summary>The worker that runs the app's workflows and activities, and the client that starts and nudges them.</summary>
public static class EngineServices
{
    /// <summary>As host.json names it.</summary>
    private const string Version = "1.0";

    /// <summary>The same, and when the host stops, the engine rests before the worker is gone.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services, DurableEngine engine) =>
        services.AddEngine(engine.Address).AddHostedService(_ => new RestFirst(engine));

    /// <param name="address">Of the engine.</param>
    public static IServiceCollection AddEngine(this IServiceCollection services, string address)
    {
        services.AddDurableTaskWorker(worker =>
        {
            worker.UseGrpc(address);
            worker.AddTasks(AppFunctions.AddTo);
            worker.UseVersioning(new DurableTaskWorkerOptions.VersioningOptions
            {
                Version = Version,
                DefaultVersion = Version,
                MatchStrategy = DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder,
                FailureStrategy = DurableTaskWorkerOptions.VersionFailureStrategy.Reject,
            });
        });
        services.AddDurableTaskClient(client =>
        {
            client.UseGrpc(address);
            client.UseDefaultVersion(Version);
            client.RegisterDirectly();
        });
        return services;
    }

    /// <summary>Hosted services stop in the opposite order of their registration.</summary>
    private sealed class RestFirst(DurableEngine engine) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => engine.Rest().WaitAsync(cancellationToken);
    }
}

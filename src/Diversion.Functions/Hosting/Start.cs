using Diversion.Casework.Keeping;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Storage;
using Diversion.Functions.Triggers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Polly;
using Polly.Retry;

namespace Diversion.Functions.Hosting;

/// <summary>
/// At the start: builds everything that answers requests, so that a fault shows now, creates the tables and the container of papers, and erases again what was erased after a copy that the tables were restored from. If the store
/// does not answer, the worker still starts: the host gives up a worker that stops.
/// </summary>
internal sealed partial class Start(AzureTableStore store, BlobDocumentStore papers, Erasing erasing, IClock clock, IServiceProvider services, ILogger<Start> log) : BackgroundService
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        services.GetRequiredService<WebPipeline>();
        var untilItAnswers = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<StorageUnavailableException>(),
                MaxRetryAttempts = int.MaxValue,
                Delay = Wait,
                OnRetry = outage =>
                {
                    LogWaits(outage.Outcome.Exception!.Message, Wait.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        await untilItAnswers.ExecuteAsync(async stop => await store.CreateTables(stop), stoppingToken);
        await untilItAnswers.ExecuteAsync(async stop => await papers.CreateContainer(stop), stoppingToken);
        await untilItAnswers.ExecuteAsync(async stop => await erasing.Repeat(clock.GetCurrentInstant(), stop), stoppingToken);
    }

    [LoggerMessage(EventId = 5503, Level = LogLevel.Error, Message = "The tables are not made yet: {Advice} It is tried again in {Seconds} s.")]
    private partial void LogWaits(string advice, double seconds);
}

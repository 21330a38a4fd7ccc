using Polly;
using Polly.Retry;

namespace Diversion.Local.Hosting;

/// <summary>How the loops beside the server bear faults: each is reported, and the work is tried again until it succeeds.</summary>
internal static class Patience
{
    /// <param name="first">The wait after the first fault; it doubles with each further one.</param>
    /// <param name="report">Called with each fault and the wait after it.</param>
    public static ResiliencePipeline Of(TimeSpan first, TimeSpan longest, Action<Exception, TimeSpan> report) => new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            // A cancelled loop ends; anything else that is cancelled inside it is a fault.
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is not null && !attempt.Context.CancellationToken.IsCancellationRequested),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = first,
            MaxDelay = longest,
            OnRetry = attempt =>
            {
                report(attempt.Outcome.Exception!, attempt.RetryDelay);
                return ValueTask.CompletedTask;
            },
        })
        .Build();
}

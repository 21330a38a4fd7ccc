using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>
/// Ends this process at the request that a file names, as <c>kill -9</c> does. All that the engine leaves behind it leaves
/// in the storage, so these are all the places at which a death can make a difference.
/// </summary>
/// <param name="orders">A file with the place, such as <c>after write history</c>; there may be none.</param>
/// <param name="stepOf">What a request is.</param>
internal sealed class FaultPoint(string orders, Func<Request, string?> stepOf) : HttpPipelinePolicy
{
    /// <summary>
    /// In the order of the work: the nudge, the step of a workflow, the activity, the step that its answer brings, and the
    /// timer. Before a step the storage is as it was after the one before it, so each state is tried once.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "before send EventRaised", "after send EventRaised",
        "after fetch control", "after send TaskScheduled", "after write history", "after update instance", "after delete control",
        "after fetch work", "after commit", "after send TaskCompleted", "after delete work",
        "before send TimerFired", "after send TimerFired",
    ];

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var step = stepOf(message.Request);
        DieAt("before", step);
        await ProcessNextAsync(message, pipeline);
        if (step is not ("fetch control" or "fetch work") || message.Response.Content.ToString().Contains("<QueueMessage>", StringComparison.Ordinal))
        {
            DieAt("after", step);
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var step = stepOf(message.Request);
        DieAt("before", step);
        ProcessNext(message, pipeline);
        DieAt("after", step);
    }

    private void DieAt(string when, string? step)
    {
        if (step is not null && File.Exists(orders) && File.ReadAllText(orders) == $"{when} {step}")
        {
            System.Diagnostics.Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}

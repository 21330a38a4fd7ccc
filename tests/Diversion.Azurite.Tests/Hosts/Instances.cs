using Diversion.Functions.Workflows;
using Microsoft.DurableTask.Client;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>The workflows that a hub has.</summary>
internal static class Instances
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<OrchestrationMetadata>> Of(DurableHost host)
    {
        var found = new List<OrchestrationMetadata>();
        await foreach (var instance in host.Client.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
        {
            found.Add(instance);
        }

        return found;
    }

    /// <summary>Has those that wait look once more, as they would by themselves before long, and waits until all have ended.</summary>
    public static async Task<IReadOnlyList<OrchestrationMetadata>> End(DurableHost host)
    {
        foreach (var waiting in (await Of(host)).Where(IsLive))
        {
            await host.Client.RaiseEventAsync(waiting.InstanceId, WakeUp.Nudge, true);
        }

        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var all = await Of(host);
            if (!all.Any(IsLive) || patience.IsCancellationRequested)
            {
                return all;
            }

            await Task.Delay(50);
        }
    }

    private static bool IsLive(OrchestrationMetadata instance) =>
        instance.RuntimeStatus is not (OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated);
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using DurableTask.Core;
using DurableTask.Core.History;

namespace Diversion.Azurite.Engine;

/// <summary>
/// Makes up for two things that the test host's server does not do and the Functions host does. It tells activities that
/// are under way apart by instance and number only: one that is delivered again after a crash, beside the same number of
/// the next generation, would leave one of the two waiting for ever. And it does not keep a long one's message hidden.
/// </summary>
/// <remarks>A proxy, since the rest of the large interface goes through as it is.</remarks>
internal class ActivityGuard : DispatchProxy
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> underWay = new(StringComparer.Ordinal);
    private IOrchestrationService service = null!;
    private TimeSpan renewal;

    /// <param name="service">The engine's own.</param>
    /// <param name="visibility">How long a message is hidden from others.</param>
    public static IOrchestrationService Around(IOrchestrationService service, TimeSpan visibility)
    {
        var proxy = Create<IOrchestrationService, ActivityGuard>();
        var guard = (ActivityGuard)(object)proxy;
        guard.service = service;
        guard.renewal = visibility / 3;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        nameof(IOrchestrationService.LockNextTaskActivityWorkItem) => Next((TimeSpan)args![0]!, (CancellationToken)args[1]!),
        nameof(IOrchestrationService.CompleteTaskActivityWorkItemAsync) => Complete((TaskActivityWorkItem)args![0]!, (TaskMessage)args[1]!),
        nameof(IOrchestrationService.AbandonTaskActivityWorkItemAsync) => Abandon((TaskActivityWorkItem)args![0]!),
        nameof(IOrchestrationService.StopAsync) => Stop(targetMethod, args),
        _ => targetMethod.Invoke(service, BindingFlags.DoNotWrapExceptions, null, args, CultureInfo.InvariantCulture),
    };

    private async Task<TaskActivityWorkItem?> Next(TimeSpan timeout, CancellationToken cancellation)
    {
        var item = await service.LockNextTaskActivityWorkItem(timeout, cancellation);
        if (item is null)
        {
            return null;
        }

        var renewing = new CancellationTokenSource();
        if (underWay.TryAdd(KeyOf(item), renewing))
        {
            _ = Renew(item, renewing.Token);
            return item;
        }

        await service.AbandonTaskActivityWorkItemAsync(item);
        await Task.Delay(Pause, cancellation);
        return null;
    }

    /// <summary>What is not done by now is for others.</summary>
    private object? Stop(MethodInfo stop, object?[]? args)
    {
        foreach (var renewing in underWay.Values)
        {
            renewing.Cancel();
        }

        return stop.Invoke(service, BindingFlags.DoNotWrapExceptions, null, args, CultureInfo.InvariantCulture);
    }

    private async Task Complete(TaskActivityWorkItem item, TaskMessage answer)
    {
        Release(item);
        await service.CompleteTaskActivityWorkItemAsync(item, answer);
    }

    private async Task Abandon(TaskActivityWorkItem item)
    {
        Release(item);
        await service.AbandonTaskActivityWorkItemAsync(item);
    }

    /// <remarks>Not disposed: the stop may cancel it at the same moment, and without a timer it holds nothing.</remarks>
    private void Release(TaskActivityWorkItem item)
    {
        if (underWay.TryRemove(KeyOf(item), out var renewing))
        {
            renewing.Cancel();
        }
    }

    private async Task Renew(TaskActivityWorkItem item, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(renewal, done);
                await service.RenewTaskActivityWorkItemLockAsync(item);
            }
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
        catch (Exception)
        {
            // Others may take it now, which is what would have been without us; what activities do they may do twice.
        }
    }

    private static string KeyOf(TaskActivityWorkItem item) => string.Create(
        CultureInfo.InvariantCulture, $"{item.TaskMessage.OrchestrationInstance.InstanceId} {((TaskScheduledEvent)item.TaskMessage.Event).EventId}");
}

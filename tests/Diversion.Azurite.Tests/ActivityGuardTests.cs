using System.Reflection;
using Diversion.Azurite.Engine;
using DurableTask.Core;
using DurableTask.Core.History;

namespace Diversion.Azurite.Tests;

public sealed class ActivityGuardTests
{
    [Fact]
    public async Task A_stop_while_activities_end_throws_nothing()
    {
        var guard = ActivityGuard.Around(DispatchProxy.Create<IOrchestrationService, IdleEngine>(), TimeSpan.FromMinutes(1));
        using var done = new CancellationTokenSource();
        var stopping = Task.Run(async () =>
        {
            var stops = 0;
            while (!done.IsCancellationRequested)
            {
                await guard.StopAsync();
                stops++;
            }

            return stops;
        });

        for (var i = 0; i < 10_000; i++)
        {
            var item = await guard.LockNextTaskActivityWorkItem(TimeSpan.FromSeconds(1), CancellationToken.None);
            await guard.CompleteTaskActivityWorkItemAsync(item, item.TaskMessage);
        }

        done.Cancel();
        Assert.NotEqual(0, await stopping);
    }

    /// <summary>Has always one activity more, and does nothing else.</summary>
    public class IdleEngine : DispatchProxy
    {
        private int last;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(IOrchestrationService.LockNextTaskActivityWorkItem) => Task.FromResult(Next()),
            _ => Task.CompletedTask,
        };

        private TaskActivityWorkItem Next() => new()
        {
            Id = "activity",
            TaskMessage = new TaskMessage
            {
                OrchestrationInstance = new OrchestrationInstance { InstanceId = "DV-2026-ABCDEF", ExecutionId = "1" },
                Event = new TaskScheduledEvent(++last) { Name = "Activity" },
            },
        };
    }
}

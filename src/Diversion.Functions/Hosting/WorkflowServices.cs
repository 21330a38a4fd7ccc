using Diversion.Casework.Storage;
using Diversion.Functions.Activities;
using Diversion.Functions.WakeUps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Diversion.Functions.Hosting;

public static class WorkflowServices
{
    /// <summary>What keeps time on Azure. The host adds casework, a clock, and the listeners, of which wake-ups are one.</summary>
    public static IServiceCollection AddWorkflows(this IServiceCollection services)
    {
        services.TryAddSingleton<IUnfinishedCommits, NoUnfinishedCommits>();
        services.TryAddSingleton<IHubTime, SameTime>();
        services.AddSingleton<TaskHub>();
        services.AddSingleton<WorkflowWakeUps>();
        services.AddSingleton<StreamWakeUps>();
        services.AddSingleton<PassageOfTime>();
        return services;
    }
}

using System.Reflection;
using Diversion.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Azurite.Engine;

/// <summary>The workflows and activities of the Functions app, found by its own attributes.</summary>
public static class AppFunctions
{
    public static void AddTo(DurableTaskRegistry registry)
    {
        foreach (var method in typeof(AgreementWorkflow).Assembly.GetTypes().SelectMany(type => type.GetMethods()))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
            {
                continue;
            }

            if (Has<OrchestrationTriggerAttribute>(method))
            {
                registry.AddOrchestrator(new TaskName(function.Name), () => new WorkflowOfFunction(method));
            }
            else if (Has<ActivityTriggerAttribute>(method))
            {
                registry.AddActivity(new TaskName(function.Name), services => new ActivityOfFunction(method, services));
            }
        }
    }

    private static bool Has<T>(MethodInfo method) where T : Attribute =>
        method.GetParameters().Any(parameter => parameter.IsDefined(typeof(T)));
}

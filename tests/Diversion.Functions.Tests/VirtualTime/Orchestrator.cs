using System.Reflection;
using Diversion.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>An orchestrator function, found as the host finds it: by its attributes.</summary>
internal sealed class Orchestrator(string name, MethodInfo method)
{
    public string Name => name;

    public static IReadOnlyDictionary<string, Orchestrator> All { get; } = typeof(WorkflowTrack).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(OrchestrationTriggerAttribute))))
        .Select(method => new Orchestrator(method.GetCustomAttribute<FunctionAttribute>()!.Name, method))
        .ToDictionary(orchestrator => orchestrator.Name);

    public Task Run(TaskOrchestrationContext context, string? input) => (Task)method.Invoke(
        null,
        [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(TaskOrchestrationContext)
            ? context
            : Payloads.Read(input, parameter.ParameterType))])!;
}

using System.Reflection;
using Microsoft.DurableTask;

namespace Diversion.Azurite.Engine;

/// <summary>A workflow: a static method of a context and an input.</summary>
internal sealed class WorkflowOfFunction(MethodInfo method) : ITaskOrchestrator
{
    public Type InputType => method.GetParameters()[1].ParameterType;

    public Type OutputType => typeof(object);

    public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        await (Task)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [context, input], null)!;
        return null;
    }
}

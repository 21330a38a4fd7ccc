using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Azurite.Engine;

/// <summary>An activity: a method of a class that is made for each call, with what its parameters ask for.</summary>
internal sealed class ActivityOfFunction(MethodInfo method, IServiceProvider services) : ITaskActivity
{
    public Type InputType => method.GetParameters().Single(IsInput).ParameterType;

    public Type OutputType => method.ReturnType.GenericTypeArguments[0];

    public async Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        var called = (Task)method.Invoke(
            ActivatorUtilities.CreateInstance(services, method.DeclaringType!),
            BindingFlags.DoNotWrapExceptions,
            null,
            [.. method.GetParameters().Select(parameter => IsInput(parameter) ? input : Other(parameter.ParameterType))],
            null)!;
        await called;
        return called.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(called);
    }

    private static bool IsInput(ParameterInfo parameter) => parameter.IsDefined(typeof(ActivityTriggerAttribute));

    private object Other(Type type) => type == typeof(CancellationToken)
        ? CancellationToken.None
        : type == typeof(DurableTaskClient) ? services.GetRequiredService<DurableTaskClient>() : throw new NotSupportedException($"No activity is given a {type}.");
}

using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>Activity functions by name, found as the host finds them, on objects made by the test.</summary>
internal sealed class ActivityTable(DurableTaskClient client, params IReadOnlyList<object> owners)
{
    public async Task<string> Run(string name, string? input)
    {
        var (owner, method) = owners
            .SelectMany(owner => owner.GetType().GetMethods(), (owner, method) => (Owner: owner, Method: method))
            .Single(function => function.Method.GetCustomAttribute<FunctionAttribute>()?.Name == name);
        var arguments = method.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(DurableTaskClient) ? client
            : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
            : parameter.IsDefined(typeof(ActivityTriggerAttribute)) ? Payloads.ReadInput(input, parameter.ParameterType)
            : throw new InvalidOperationException($"{name} asks for {parameter.Name}, which no binding gives."));
        var task = (Task)method.Invoke(owner, [.. arguments])!;
        await task;
        return Payloads.Write(task.GetType().GetProperty("Result")!.GetValue(task));
    }
}

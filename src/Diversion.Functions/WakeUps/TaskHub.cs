using Microsoft.DurableTask.Client;

namespace Diversion.Functions.WakeUps;

/// <summary>
/// The task hub, as this worker last met it. A client comes only with an invocation (the binding has the host's address:
/// Azure/azure-functions-durable-extension, DurableTaskClientConverter.cs) and stays valid afterwards
/// (FunctionsDurableTaskClient.cs); the newest one has the host's present address.
/// </summary>
public sealed class TaskHub
{
    private volatile DurableTaskClient? client;

    /// <summary>Null until the first invocation that brings one.</summary>
    public DurableTaskClient? Client => client;

    /// <summary>Every function that may change an agreement calls this first.</summary>
    public void Meet(DurableTaskClient newest) => client = newest;
}

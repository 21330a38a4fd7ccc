namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>
/// Storage transactions of the Azure Storage provider, counted as its sources issue them (Azure/durabletask,
/// src/DurableTask.AzureStorage: AzureStorageOrchestrationService, Tracking/AzureTableTrackingStore, Messaging). Each
/// message is counted as if it were fetched alone; the provider fetches up to 32 at once, so the queue's real count is
/// lower. What the hub costs while nothing happens (polling its queues, leases) does not depend on agreements and is not
/// counted here.
/// </summary>
internal sealed class HubCosts
{
    public int Tables { get; private set; }

    public int Queues { get; private set; }

    public int Total => Tables + Queues;

    /// <summary>Steps of orchestrators and runs of activities; each is one execution of a function.</summary>
    public int Executions { get; private set; }

    /// <summary>Reading an instance's row.</summary>
    public void Looked() => Tables++;

    /// <summary>A start looks up the instance, writes its row and sends a message.</summary>
    public void Started()
    {
        Tables += 2;
        Queues++;
    }

    /// <summary>An event looks up the instance and sends a message.</summary>
    public void Raised()
    {
        Tables++;
        Queues++;
    }

    /// <summary>A step of an orchestrator: messages fetched and deleted, the history read, new rows written in one transaction, the instance's row updated, messages sent.</summary>
    public void Stepped(int received, int sent)
    {
        Queues += (2 * received) + sent;
        Tables += 3;
        Executions++;
    }

    /// <summary>An activity: its message fetched and deleted, its answer sent.</summary>
    public void Worked()
    {
        Queues += 3;
        Executions++;
    }

    /// <summary>A timer of a finished generation: fetched, and deleted unread.</summary>
    public void Dropped() => Queues += 2;
}

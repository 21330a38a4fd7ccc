using Microsoft.DurableTask.Client;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>One instance of a workflow in the virtual hub.</summary>
internal sealed class VirtualInstance(string id, string workflow)
{
    public string Id => id;

    public string Workflow => workflow;

    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Pending;

    public string? CustomStatus { get; set; }

    /// <summary>Increases with each start and each continue-as-new; messages for an older generation are dropped.</summary>
    public int Generation { get; set; }

    /// <summary>Rows of the present generation.</summary>
    public List<HistoryRow> History { get; set; } = [];

    /// <summary>Messages on their way to it.</summary>
    public List<HistoryRow> Inbox { get; } = [];

    /// <summary>Finished generations, oldest first.</summary>
    public List<IReadOnlyList<HistoryRow>> Past { get; } = [];

    public bool IsLive => Status is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running;
}

using Diversion.Casework.Documents;
using Microsoft.Azure.Functions.Worker;

namespace Diversion.Functions.Triggers;

/// <summary>Every night, deletes the bytes of papers that no case knows.</summary>
public sealed class OrphanPapers(OrphanDocuments orphans)
{
    [Function("RemoveOrphanPapers")]
    public async Task Remove([TimerTrigger("0 30 3 * * *")] TimerInfo timer, CancellationToken cancellation) => await orphans.Remove(cancellation);
}

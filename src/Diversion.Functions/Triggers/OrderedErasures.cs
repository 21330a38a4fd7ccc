using Diversion.Casework.Keeping;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Diversion.Functions.Triggers;

/// <summary>
/// Every five minutes, erases the records whose erasure leads have ordered. When a worker starts, and every night, what the
/// destruction log says was erased is looked up again: the tables may have been restored from a copy of before.
/// </summary>
public sealed class OrderedErasures(Erasing erasing, IClock clock)
{
    [Function("EraseOrderedRecords")]
    public async Task Erase([TimerTrigger("40 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        await erasing.Finish(clock.GetCurrentInstant(), cancellation);

    [Function("EraseRestoredRecords")]
    public async Task Repeat([TimerTrigger("0 45 3 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        await erasing.Repeat(clock.GetCurrentInstant(), cancellation);
}

using System.Collections.Concurrent;
using Diversion.Casework.Csv;

namespace Diversion.Casework.Reoffences;

/// <summary>Counts what became of the rows, of many people at once.</summary>
internal sealed class Tally
{
    private readonly ConcurrentBag<RejectedRow> rejected = [];
    private int recorded;
    private int corrected;
    private int searched;
    private int present;

    public void Reject(ReoffenceRow row, RejectedBecause because, IReadOnlyList<RowFault> faults) => rejected.Add(new RejectedRow(row.Line, row.Cells, because, faults));

    public void Recorded() => Interlocked.Increment(ref recorded);

    public void Corrected() => Interlocked.Increment(ref corrected);

    public void Searched() => Interlocked.Increment(ref searched);

    public void Present() => Interlocked.Increment(ref present);

    public ReoffenceReport Report(bool dryRun, int rows) => new(dryRun, rows, recorded, corrected, searched, present, [.. rejected.OrderBy(row => row.Line)]);
}

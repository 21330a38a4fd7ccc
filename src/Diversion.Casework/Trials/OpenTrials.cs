using Diversion.Casework.Programmes;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Trials;

namespace Diversion.Casework.Trials;

/// <summary>Finds the trial that is open, and makes it known to this process.</summary>
/// <param name="recheck">
/// How old this knowledge may get before it is looked up again. Null where only this process opens and closes trials.
/// </param>
public sealed class OpenTrials(ITableStore store, Rulebook rulebook, TimeSpan? recheck = null)
{
    private readonly StreamReader<TrialState, TrialEvent> reader = new(store, TrialKind.Instance);
    private long checkedAt;

    /// <exception cref="StorageUnavailableException">The store does not answer, and nothing is known yet.</exception>
    public async ValueTask Refresh(CancellationToken cancellation = default)
    {
        var ticks = Environment.TickCount64;
        if (rulebook.KnowsTrial && (recheck is not { } most || ticks - Interlocked.Read(ref checkedAt) < most.TotalMilliseconds))
        {
            return;
        }

        try
        {
            rulebook.Know(await Find(cancellation));
            Interlocked.Exchange(ref checkedAt, ticks);
        }
        catch (StorageUnavailableException) when (rulebook.KnowsTrial)
        {
            // Whoever asked goes on with what is known; the next one tries again.
        }
    }

    /// <summary>Every trial of the programme, by its code.</summary>
    public async ValueTask<IReadOnlyList<TrialRow>> All(CancellationToken cancellation = default) =>
        [.. (await store.Query(new TableQuery(Tables.Search, Partitions.Trials, Limit: TableLimits.MostPageRows), cancellation)).Rows.Select(RowOf<TrialRow>.Read)];

    /// <returns>If two were opened at the same instant on two machines, the one that opened first.</returns>
    internal async ValueTask<OpenTrial?> Find(CancellationToken cancellation)
    {
        var open = new List<TrialState>();
        foreach (var row in (await All(cancellation)).Where(row => row.Status == TrialStatus.Open))
        {
            if ((await reader.Load(row.Trial, cancellation))?.State is { Status: TrialStatus.Open } state)
            {
                open.Add(state);
            }
        }

        return open.MinBy(state => state.Opened!.At) is { } first ? new OpenTrial(first.Id, first.Protocol) : null;
    }
}

using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Figures;

/// <param name="AsOf">When it was counted.</param>
/// <param name="ByStatus">Every status, including those without cases.</param>
public sealed record ProgrammeStatistics(Instant AsOf, int Cases, IReadOnlyDictionary<AgreementStatus, int> ByStatus, int WaitingForALead);

/// <summary>Counts of the programme. Counting reads every case, so it is done once for everybody and cached for half a minute.</summary>
public sealed class StatisticsQuery(ITableStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim one = new(1);
    private (long At, ProgrammeStatistics Counted)? kept;

    public async ValueTask<Reply<ProgrammeStatistics>> Of(Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeStatistics(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        await one.WaitAsync(cancellation);
        try
        {
            if (kept is not { } last || time.GetElapsedTime(last.At) >= Fresh)
            {
                kept = last = (time.GetTimestamp(), await Count(now, cancellation));
            }

            return last.Counted;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<ProgrammeStatistics> Count(Instant now, CancellationToken cancellation)
    {
        var byStatus = new Dictionary<AgreementStatus, int>();
        foreach (var status in Enum.GetValues<AgreementStatus>())
        {
            byStatus[status] = await Rows(Tables.Register, Partitions.Status(status), cancellation);
        }

        return new ProgrammeStatistics(now, byStatus.Values.Sum(), byStatus, await Rows(Tables.Inbox, Partitions.Leads, cancellation));
    }

    private async Task<int> Rows(string table, string partition, CancellationToken cancellation) =>
        await store.Rows(table, partition, cancellation: cancellation).CountAsync(cancellation);
}

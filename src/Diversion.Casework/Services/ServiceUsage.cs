using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using NodaTime;

namespace Diversion.Casework.Services;

/// <summary>How full a service is and how long people wait for it, counted from the agreements' own referrals.</summary>
/// <param name="InUse">Referrals that were accepted and go on.</param>
/// <param name="Waiting">Referrals that were sent and not answered.</param>
/// <param name="DaysWaited">Median days from sending a referral to its acceptance, of those accepted in the last year; null while there is none.</param>
/// <param name="Measured">Of how many referrals that is.</param>
public sealed record ServiceUsage(int InUse, int Waiting, double? DaysWaited, int Measured)
{
    public static readonly ServiceUsage None = new(0, 0, null, 0);

    /// <summary>So many referrals that are at their end are looked at: the newest.</summary>
    private const int MostEnded = 200;

    private static readonly Duration Measuring = Duration.FromDays(365);

    internal static async ValueTask<ServiceUsage> Of(ITableStore store, string service, Instant now, CancellationToken cancellation)
    {
        var partition = Partitions.UseOf(service);
        var underWay = new List<ServiceUseRow>();
        await foreach (var row in store.Rows(Tables.Search, partition, ServiceUseRows.UnderWay, ServiceUseRows.Ended, cancellation))
        {
            underWay.Add(RowOf<ServiceUseRow>.Read(row));
        }

        var ended = await store.Query(new TableQuery(Tables.Search, partition, ServiceUseRows.Ended, Limit: MostEnded), cancellation);
        double[] waited =
        [
            .. underWay.Concat(ended.Rows.Select(RowOf<ServiceUseRow>.Read))
                .Where(row => row is { SentAt: not null, AcceptedAt: not null } && row.AcceptedAt >= now - Measuring)
                .Select(row => (row.AcceptedAt!.Value - row.SentAt!.Value).TotalDays).Order(),
        ];
        return new(
            underWay.Count(row => row.Use == ServiceUse.InPlace),
            underWay.Count(row => row.Use == ServiceUse.Waiting),
            waited.Length == 0 ? null : (waited[(waited.Length - 1) / 2] + waited[waited.Length / 2]) / 2,
            waited.Length);
    }
}

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

    /// <summary>More than any service has under way at once; what is left of it is for those at their end.</summary>
    private const int MostRead = TableLimits.MostPageRows;

    private static readonly Duration Measuring = Duration.FromDays(365);

    internal static async ValueTask<ServiceUsage> Of(ITableStore store, string service, Instant now, CancellationToken cancellation)
    {
        // One read: those under way sort before those at their end, of which the newest come first.
        var rows = (await store.Query(new TableQuery(Tables.Search, Partitions.UseOf(service), Limit: MostRead), cancellation)).Rows.Select(RowOf<ServiceUseRow>.Read).ToList();
        var underWay = rows.Where(row => row.Use != ServiceUse.Ended).ToList();
        double[] waited =
        [
            .. rows
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

namespace Diversion.Domain.Conditions.NoReoffending;

internal static class Arrests
{
    /// <summary>
    /// Arrests that are still open, whatever the order of the notices. No further action, a charge or an admission disposes
    /// of the arrest with its id; with another id only if just one arrest can be meant.
    /// </summary>
    public static ImmutableArray<CustodyNotice> Open(ImmutableArray<CustodyNotice> notices)
    {
        var arrests = notices.Where(notice => notice.Kind == CustodyNoticeKind.Arrest).ToList();
        var loose = new List<CustodyNotice>();
        var disposed = new Dictionary<string, LocalDate>();
        foreach (var notice in notices)
        {
            if (notice.Kind is not (CustodyNoticeKind.NoFurtherAction or CustodyNoticeKind.Charge or CustodyNoticeKind.Admission))
            {
                continue;
            }

            if (arrests.Any(arrest => arrest.Id == notice.Id))
            {
                disposed[notice.Id] = notice.OccurredOn;
            }
            else
            {
                loose.Add(notice);
            }
        }

        foreach (var notice in loose.OrderBy(notice => notice.OccurredOn))
        {
            var meant = arrests.Where(arrest => CanBeMeant(arrest, notice, disposed)).Take(2).ToArray();
            if (meant.Length == 1)
            {
                disposed.TryAdd(meant[0].Id, notice.OccurredOn);
            }
        }

        return [.. arrests.Where(arrest => !arrest.Settled && !disposed.ContainsKey(arrest.Id))];
    }

    /// <summary>Not an arrest after the notice, nor one that was disposed of before the notice came.</summary>
    private static bool CanBeMeant(CustodyNotice arrest, CustodyNotice notice, Dictionary<string, LocalDate> disposed) =>
        arrest.OccurredOn <= notice.OccurredOn
        && !(disposed.TryGetValue(arrest.Id, out var on) && on < notice.OccurredOn)
        && (notice.Kind == CustodyNoticeKind.NoFurtherAction || notice.Reoffending == arrest.Reoffending);
}

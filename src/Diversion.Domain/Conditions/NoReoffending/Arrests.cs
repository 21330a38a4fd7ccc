namespace Diversion.Domain.Conditions.NoReoffending;

internal static class Arrests
{
    /// <summary>
    /// Arrests that nothing has disposed of, in whichever order the notices came. No further action, a charge or an
    /// admission disposes of the arrest with its id; with another id only where a single arrest can be meant.
    /// </summary>
    public static ImmutableArray<CustodyNotice> Open(ImmutableArray<CustodyNotice> notices)
    {
        var arrests = notices.Where(notice => notice.Kind == CustodyNoticeKind.Arrest).ToList();
        var loose = new List<CustodyNotice>();
        var disposed = new HashSet<string>();
        foreach (var notice in notices)
        {
            if (notice.Kind is not (CustodyNoticeKind.NoFurtherAction or CustodyNoticeKind.Charge or CustodyNoticeKind.Admission))
            {
                continue;
            }

            if (arrests.Any(arrest => arrest.Id == notice.Id))
            {
                disposed.Add(notice.Id);
            }
            else
            {
                loose.Add(notice);
            }
        }

        foreach (var notice in loose.OrderBy(notice => notice.OccurredOn))
        {
            var meant = arrests.Where(arrest => !disposed.Contains(arrest.Id) && CanBeMeant(arrest, notice)).Take(2).ToArray();
            if (meant.Length == 1)
            {
                disposed.Add(meant[0].Id);
            }
        }

        return [.. arrests.Where(arrest => !arrest.Settled && !disposed.Contains(arrest.Id))];
    }

    private static bool CanBeMeant(CustodyNotice arrest, CustodyNotice notice) =>
        arrest.OccurredOn <= notice.OccurredOn
        && (notice.Kind == CustodyNoticeKind.NoFurtherAction || notice.Reoffending == arrest.Reoffending);
}

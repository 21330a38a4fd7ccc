namespace Diversion.Casework.Reoffences;

/// <summary>What an import of reoffences did, or would do. Rows are counted, not agreements.</summary>
/// <param name="Recorded">Reoffences that are new on an agreement at least.</param>
/// <param name="Corrected">Reoffences whose content was changed.</param>
/// <param name="Searched">Rows that moved the day up to which the records were searched.</param>
/// <param name="Present">Rows that said nothing new.</param>
/// <param name="Rejected">In the order of the file.</param>
public sealed record ReoffenceReport(bool DryRun, int Rows, int Recorded, int Corrected, int Searched, int Present, IReadOnlyList<RejectedRow> Rejected)
{
    public int NotMatched => Of(RejectedBecause.NotMatched);

    public int MatchedMore => Of(RejectedBecause.MatchedMore);

    public int NotFollowedUp => Of(RejectedBecause.NotFollowedUp);

    private int Of(RejectedBecause because) => Rejected.Count(row => row.Because == because);
}

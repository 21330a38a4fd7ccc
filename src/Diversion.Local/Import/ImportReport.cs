namespace Diversion.Local.Import;

/// <param name="Present">Rows whose referral already existed.</param>
/// <param name="Repeated">Rows with the same content as an earlier row of the file.</param>
/// <param name="Rejected">In the order of the file.</param>
public sealed record ImportReport(
    int Added, int Present, IReadOnlyList<FileRow.Repeated> Repeated, IReadOnlyList<FileRow.Faulty> Rejected)
{
    /// <summary>
    /// New referrals of people who may already have a case, in the order of the file. A sergeant is asked about them at the
    /// approval.
    /// </summary>
    public IReadOnlyList<ImportedDuplicate> PossibleDuplicates { get; init; } = [];

    public int Rows => Added + Present + Repeated.Count + Rejected.Count;
}

namespace Diversion.Local.Import;

/// <param name="Present">Rows whose referral was there before.</param>
/// <param name="Repeated">Rows that say the same as an earlier row of the file.</param>
/// <param name="Rejected">In the order of the file.</param>
public sealed record ImportReport(
    int Added, int Present, IReadOnlyList<FileRow.Repeated> Repeated, IReadOnlyList<FileRow.Faulty> Rejected)
{
    public int Rows => Added + Present + Repeated.Count + Rejected.Count;
}

using Diversion.Casework.Csv;

namespace Diversion.Casework.StaffFiles;

/// <summary>What came of a file of staff, or would come of it.</summary>
/// <param name="DryRun">Nothing was kept.</param>
/// <param name="Changed">Rows that say something new of somebody in the directory.</param>
/// <param name="Present">Rows that say what the directory says already.</param>
/// <param name="NotInFile">Names of those who work here and are not in the file: they stay as they are.</param>
/// <param name="UnknownColumns">Headings that are not ours.</param>
public sealed record StaffFileReport(
    bool DryRun,
    int Rows,
    IReadOnlyList<StaffFileChange> Added,
    IReadOnlyList<StaffFileChange> Changed,
    int Present,
    IReadOnlyList<RejectedStaff> Rejected,
    IReadOnlyList<string> NotInFile,
    IReadOnlyList<string> UnknownColumns)
{
    /// <summary>Teams that the file adds, by their names.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Partner organisations that the file adds.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];
}

/// <summary>What a row says of somebody.</summary>
/// <param name="What">What is new, each in words: "team North".</param>
public sealed record StaffFileChange(int Line, string Id, string Name, IReadOnlyList<string> What);

/// <summary>A row that was not taken.</summary>
/// <param name="Cells">As in the file.</param>
public sealed record RejectedStaff(int Line, IReadOnlyList<string> Cells, IReadOnlyList<RowFault> Faults);

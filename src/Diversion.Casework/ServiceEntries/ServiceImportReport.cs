using Diversion.Casework.Csv;

namespace Diversion.Casework.ServiceEntries;

/// <summary>What came of a file of services.</summary>
/// <param name="Present">Rows that say what the directory says already.</param>
public sealed record ServiceImportReport(int Rows, int Added, int Changed, int Present, IReadOnlyList<RejectedService> Rejected, IReadOnlyList<string> UnknownColumns);

/// <summary>A row that was not taken.</summary>
/// <param name="Cells">As in the file.</param>
public sealed record RejectedService(int Line, IReadOnlyList<string> Cells, IReadOnlyList<RowFault> Faults);

using Diversion.Casework.Csv;
using Diversion.Domain.Services;

namespace Diversion.Casework.ServiceEntries;

/// <summary>One row of a file of services.</summary>
/// <param name="Cells">As in the file.</param>
/// <param name="Id">As given, or made from organisation and name.</param>
/// <param name="Entry">Meaningful only without faults.</param>
/// <param name="Active">False for one that is closed.</param>
public sealed record ServiceFileRow(
    int Line, IReadOnlyList<string> Cells, ServiceId Id, ServiceEntry Entry, Partnership? Partnership, bool Active, IReadOnlyList<RowFault> Faults);

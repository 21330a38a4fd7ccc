using Diversion.Casework.Csv;
using Diversion.Domain.FollowUp;
using NodaTime;

namespace Diversion.Casework.Reoffences;

/// <summary>A row of the file as it was read.</summary>
/// <param name="Cells">The original cells, for the file of rejected rows.</param>
/// <param name="Person">Null when nothing of it could be read.</param>
/// <param name="Reoffence">Null in a row that only says that the records were searched.</param>
/// <param name="SearchedUntil">Null in a row that does not say it.</param>
public sealed record ReoffenceRow(
    int Line, IReadOnlyList<string> Cells, PersonKeys? Person, FollowUpCommand.RecordReoffence? Reoffence, LocalDate? SearchedUntil, IReadOnlyList<RowFault> Faults);

using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Retention;

/// <summary>Records that are reviewed for deletion one day, by the end of their case; and those that are being erased.</summary>
public static class KeepingRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        if (state.Keeping is { Ordered: not null })
        {
            rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Erasures, state.Id.Value, RowOf<ReferenceRow>.Write(new ReferenceRow(state.Id.Value))));
            return;
        }

        if (state is not { IsTerminal: true, EndedAt: { } ended })
        {
            return;
        }

        var row = new EndedRow(
            state.Id.Value,
            state.Scheme.ToString(),
            ended,
            state.Keeping is { Holds.Length: > 0 and var holds } ? holds : null,
            state.Keeping?.Until,
            [.. state.Documents.Where(static paper => !paper.Removed).Select(static paper => $"{paper.Kind}").Distinct()]);
        rows.Add(new ReadModelRow(Tables.Caseload, Partitions.Ended(state.Status), $"{Sortable.Ascending(ended)}|{state.Id.Value}", RowOf<EndedRow>.Write(row)));
    }
}

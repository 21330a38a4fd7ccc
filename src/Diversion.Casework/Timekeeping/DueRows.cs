using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Timekeeping;

/// <summary>The <c>due</c> index: one row per agreement, at its next due moment.</summary>
public static class DueRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        if (Agreement.NextDue(state) is { } next)
        {
            rows.Add(new ReadModelRow(
                Tables.Due,
                Partitions.Shard(state.Id.Value),
                Key(next, state.Id),
                RowOf<ReferenceRow>.Write(new ReferenceRow(state.Id.Value))));
        }
    }

    public static string Key(Instant due, AgreementId agreement) => $"{Sortable.Ascending(due)}|{agreement.Value}";

    public static Instant InstantOf(TableRow row) => Sortable.Parse(row.Row.AsSpan(0, row.Row.IndexOf('|', StringComparison.Ordinal)));
}

using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.FollowUps;

/// <summary>What analysts have to find out, earliest first. The rows name no person.</summary>
public static class FollowUpRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        foreach (var period in state.FollowUp.Periods)
        {
            if (!state.FollowUp.IsSettled(period))
            {
                rows.Add(new ReadModelRow(
                    Tables.Caseload,
                    Partitions.Analysts,
                    $"{Sortable.Ascending(period.Record.Due)}|{state.Id.Value}|{period.Months}",
                    RowOf<FollowUpRow>.Write(new FollowUpRow(state.Id.Value, period.Months, period.FinalOn, period.Record.Due))));
            }
        }
    }
}

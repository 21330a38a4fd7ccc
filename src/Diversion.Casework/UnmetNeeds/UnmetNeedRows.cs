using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.UnmetNeeds;

/// <summary>What commissioning counts: one row for each need that no service meets. It stays when the record is erased, as it names nobody.</summary>
internal static class UnmetNeedRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        foreach (var need in state.Referral.UnmetNeeds)
        {
            rows.Add(new ReadModelRow(
                Tables.Search,
                Partitions.UnmetNeeds,
                $"{state.Id.Value}|{need.Number:D3}",
                RowOf<UnmetNeedRow>.Write(new UnmetNeedRow(need.Need, need.Because, need.On, need.MetOn, state.Referral.Person.District))));
        }
    }
}

using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Search;

/// <summary>Which case a link or code for a person's own page belongs to, by its hash.</summary>
internal static class OwnPageRows
{
    /// <summary>Hexadecimal digits of a hash.</summary>
    public const int HashLength = 64;

    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        if (state.OwnPage is { Stopped: false, Hash: { Length: HashLength } hash })
        {
            rows.Add(new ReadModelRow(Tables.Search, Partitions.OwnPage(hash), hash, RowOf<ReferenceRow>.Write(new ReferenceRow(state.Id.Value))));
        }
    }
}

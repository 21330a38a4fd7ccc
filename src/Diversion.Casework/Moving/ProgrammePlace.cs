using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Keeping;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Moving;

/// <summary>Where a host keeps a programme.</summary>
/// <param name="Store">Without the fence of <see cref="StandstillStore"/>.</param>
/// <param name="Own">The installation's own key.</param>
/// <param name="Wait">How long after the beginning of a standstill a process may still be working; zero where this is the only one.</param>
public sealed record ProgrammePlace(ITableStore Store, IDocumentStore Documents, IDataKeys Own, IDestructionLog Destroyed, TimeSpan Wait)
{
    internal AdoptedKeys Keys { get; } = new(Own, Store);

    public DocumentVault Papers => new(Documents, Keys);
}

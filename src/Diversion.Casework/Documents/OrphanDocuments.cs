using Diversion.Casework.Agreements;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Documents;

/// <summary>
/// Deletes bytes that no case knows: somebody's upload broke off between bytes and event, or a removed paper's bytes could not
/// be deleted then. Both hosts call it once a day.
/// </summary>
public sealed class OrphanDocuments(CaseworkService casework, DocumentVault vault, TimeProvider time)
{
    /// <summary>An upload may still be on its way to its event.</summary>
    private static readonly Duration Grace = Duration.FromHours(1);

    /// <returns>How many were deleted.</returns>
    public async Task<int> Remove(CancellationToken cancellation = default)
    {
        var before = Instant.FromDateTimeOffset(time.GetUtcNow()) - Grace;
        var orphans = new List<DocumentKey>();
        await foreach (var stored in vault.All(cancellation))
        {
            if (stored.WrittenAt < before && !await IsKnown(stored.Key, cancellation))
            {
                orphans.Add(stored.Key);
            }
        }

        foreach (var orphan in orphans)
        {
            await vault.Delete(orphan, cancellation);
        }

        return orphans.Count;
    }

    private async ValueTask<bool> IsKnown(DocumentKey key, CancellationToken cancellation) =>
        await casework.Find(new AgreementId(key.Agreement), cancellation) is { } state && state.Documents.Any(document => document.Id == key.Document && !document.Removed);
}

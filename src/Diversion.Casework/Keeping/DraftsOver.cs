using Diversion.Casework.Drafts;
using NodaTime;

namespace Diversion.Casework.Keeping;

/// <summary>Deletes drafts, and forms that outlived their session, whose period is over. The scheme decides; nobody has to look at each.</summary>
public sealed class DraftsOver(ReferralDrafts drafts, IDestructionLog log)
{
    /// <returns>How many were deleted.</returns>
    public async Task<int> Delete(Instant now, CancellationToken cancellation = default)
    {
        var removed = await drafts.RemoveOld(now, cancellation);
        if (removed > 0)
        {
            await log.Add(new DestructionEntry(now, DestroyedKind.Drafts, null, removed, null), cancellation);
        }

        return removed;
    }
}

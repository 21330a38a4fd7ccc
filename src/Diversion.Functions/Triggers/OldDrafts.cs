using Diversion.Casework.Drafts;
using Diversion.Casework.Keeping;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Diversion.Functions.Triggers;

/// <summary>Every night, deletes drafts of referrals that nobody has touched for as long as the scheme keeps them.</summary>
public sealed class OldDrafts(ReferralDrafts drafts, IDestructionLog destroyed, IClock clock)
{
    [Function("RemoveOldDrafts")]
    public async Task Remove([TimerTrigger("0 0 3 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (await drafts.RemoveOld(now, cancellation) is > 0 and var removed)
        {
            await destroyed.Add(new DestructionEntry(now, DestroyedKind.Drafts, null, removed, null), cancellation);
        }
    }
}

using Diversion.Casework.Drafts;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Diversion.Functions.Triggers;

/// <summary>Every night, deletes drafts of referrals that nobody has touched for as long as the scheme keeps them.</summary>
public sealed class OldDrafts(ReferralDrafts drafts, IClock clock)
{
    [Function("RemoveOldDrafts")]
    public async Task Remove([TimerTrigger("0 0 3 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        await drafts.RemoveOld(clock.GetCurrentInstant(), cancellation);
}

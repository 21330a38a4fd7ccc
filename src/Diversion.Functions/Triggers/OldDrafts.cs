using Diversion.Casework.Keeping;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Diversion.Functions.Triggers;

/// <summary>Every night, deletes drafts of referrals that nobody has touched for as long as the scheme keeps them.</summary>
public sealed class OldDrafts(DraftsOver drafts, IClock clock)
{
    [Function("RemoveOldDrafts")]
    public Task Remove([TimerTrigger("0 0 3 * * *")] TimerInfo timer, CancellationToken cancellation) => drafts.Delete(clock.GetCurrentInstant(), cancellation);
}

using Diversion.Casework.Agreements;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Functions.Activities;

/// <summary>
/// Processes everything that is due on one agreement. Always on the whole agreement, whichever workflow woke: the domain
/// decides the order of equal instants on several tracks. Repeating it changes nothing.
/// </summary>
public sealed class PassageOfTime(CaseworkService casework, IUnfinishedCommits unfinished, IClock clock)
{
    /// <returns>The agreement afterwards; null when there is none.</returns>
    /// <exception cref="StorageUnavailableException">The store does not answer; what was done so far is kept.</exception>
    public async Task<AgreementState?> On(AgreementId agreement, CancellationToken cancellation)
    {
        await unfinished.Finish(Tables.Agreements, agreement.Value, cancellation);
        while (true)
        {
            var now = clock.GetCurrentInstant();
            switch (await casework.Execute(agreement, new TimePassed { By = Actor.Clock, At = now }, null, cancellation))
            {
                case Outcome.Accepted { State: var state } when Agreement.NextDue(state) <= now:
                    break;
                case Outcome.Accepted { State: var state }:
                    return state;
                case Outcome.Unchanged { State: var state }:
                    return state;
                case Outcome.Refused { Refusal: Refusal.Unknown }:
                    return null;
                case var other:
                    throw new InvalidOperationException($"Time cannot pass on {agreement}: {other.GetType().Name}.");
            }
        }
    }
}

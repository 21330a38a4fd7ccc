using Diversion.Casework.Agreements;
using Diversion.Casework.Documents;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Keeping;

/// <summary>Deletes the papers of a case whose own period is over; a lead says so for each case.</summary>
public sealed class PapersOver(CaseworkService casework, DocumentKeeping keeping, IDestructionLog log)
{
    private const string Reason = "The retention period of this kind of paper is over.";

    /// <returns>How many were deleted, and why not more; null when nothing was refused.</returns>
    public async ValueTask<(int Count, Refusal? Refusal)> Delete(AgreementId agreement, Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (await casework.Find(agreement, cancellation) is not { } state)
        {
            return (0, null);
        }

        var over = Domain.Keeping.Retention.PapersOver(state, casework.Rulebook.SchemeOf(state).Retention, WorkingCalendar.DateOf(now)).ToArray();
        var count = 0;
        Refusal? refusal = null;
        foreach (var paper in over)
        {
            if (await keeping.Remove(agreement, paper.Id, Reason, by, now, null, cancellation) is Outcome.Refused { Refusal: var refused })
            {
                refusal = refused;
                break;
            }

            count++;
        }

        if (count > 0)
        {
            await log.Add(new DestructionEntry(now, DestroyedKind.Papers, agreement.Value, count, by.Id), cancellation);
        }

        return (count, refusal);
    }
}

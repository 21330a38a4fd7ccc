using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.FollowUp;

internal static class FollowUpCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now)
    {
        if (state.FollowUpStart is null)
        {
            yield break;
        }

        var today = WorkingCalendar.DateOf(now);
        yield return new FollowUpCommand.RecordReoffence(CandidateCommands.NewId, today, ReoffenceOutcome.Open);
        yield return new FollowUpCommand.RecordSearch(today);
        yield return new FollowUpCommand.RecordCustodyTime(today);
        yield return new FollowUpCommand.RecordDeparture(DepartureCause.MovedAbroad, today);
        yield return new FollowUpCommand.RecordDeparture(DepartureCause.Died, today);
        yield return new FollowUpCommand.RemoveDeparture();
        foreach (var known in state.FollowUp.Reoffences)
        {
            yield return new FollowUpCommand.RemoveReoffence(known.Number);
        }

        foreach (var known in state.FollowUp.InCustody)
        {
            yield return new FollowUpCommand.RecordCustodyTime(known.From, today);
            yield return new FollowUpCommand.RemoveCustodyTime(known.From);
        }
    }
}

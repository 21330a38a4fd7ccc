using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Keeping;

internal static class KeepingCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now)
    {
        yield return new KeepingCommand.HoldRecord(HoldCause.Other);
        foreach (var hold in state.Keeping?.Holds ?? [])
        {
            yield return new KeepingCommand.LiftHold(hold.Number);
        }

        if (state.IsTerminal)
        {
            yield return new KeepingCommand.KeepLonger(WorkingCalendar.DateOf(now).PlusYears(1));
            yield return new KeepingCommand.EraseRecord(ErasureGround.PersonAsked);
        }
    }
}

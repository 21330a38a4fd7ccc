using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Transfers;

internal static class TransferCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Instant now)
    {
        yield return new TransferCommand.PassToTeam(CandidateCommands.NewId);
        yield return new TransferCommand.AcceptCase(CandidateCommands.Somebody with { Team = state.TeamAsked?.Team });
        yield return new TransferCommand.DeclineCase();
        yield return new TransferCommand.StopPassing();
        if (state.Term is { } term)
        {
            var today = WorkingCalendar.DateOf(now);
            yield return new TransferCommand.ArrangeCourtesySupervision(
                "Another force", "An example of a contact.", LocalDate.Min(today, term.LastDay), LocalDate.Max(today, term.LastDay), today, "An example of what they do.");
        }

        yield return new TransferCommand.TransferOut("Another force", "An example of a contact.");
        yield return new TransferCommand.TakeBack();
        yield return new TransferCommand.ConfirmTransfer("An example of who said so.");
        yield return new TransferCommand.ReviewCourtesySupervision("An example of what they said.");
        yield return new TransferCommand.EndCourtesySupervision();
    }
}

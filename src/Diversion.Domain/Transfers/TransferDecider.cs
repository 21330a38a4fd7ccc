using Diversion.Domain.Agreements;

namespace Diversion.Domain.Transfers;

internal static class TransferDecider
{
    public static Refusal? Decide(DecisionContext context, TransferCommand command)
    {
        return command switch
        {
            TransferCommand.TransferOut c => HandOverDecider.Send(context, c),
            TransferCommand.TakeBack => HandOverDecider.TakeBack(context),
            TransferCommand.ConfirmTransfer c => HandOverDecider.Confirm(context, c),
            TransferCommand.ReceiveTransfer c => HandOverDecider.Receive(context, c),
            _ when !context.State.Status.IsRunning() => new Refusal.WrongState(
                RefusalCode.WrongStatus, $"This needs a signed agreement; this one is {Words.Of(context.State.Status)}."),
            TransferCommand.PassToTeam c => TeamTransfer.Ask(context, c),
            TransferCommand.AcceptCase c => TeamTransfer.Accept(context, c),
            TransferCommand.DeclineCase => TeamTransfer.Decline(context),
            TransferCommand.StopPassing => TeamTransfer.Stop(context),
            TransferCommand.ArrangeCourtesySupervision c => CourtesySupervisionDecider.Arrange(context, c),
            TransferCommand.ReviewCourtesySupervision c => CourtesySupervisionDecider.Review(context, c),
            TransferCommand.EndCourtesySupervision => CourtesySupervisionDecider.End(context),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }
}

using Diversion.Domain.Agreements;
using Diversion.Domain.Term;

namespace Diversion.Domain.Transfers;

/// <summary>
/// A case goes to another team of the programme when that team's manager accepts it and names a key worker. A lead can
/// still move a case at once, by changing its key worker.
/// </summary>
internal static class TeamTransfer
{
    public static Refusal? Ask(DecisionContext context, TransferCommand.PassToTeam command)
    {
        if (command.Team == context.State.Team)
        {
            return new Refusal.Invalid(RefusalCode.TeamHasCase, "This team has the case already. Choose another team, or change the key worker.") { Field = "team" };
        }

        if (context.State.TeamAsked is { } asked)
        {
            return asked.Team == command.Team ? null : new Refusal.WrongState(
                RefusalCode.TeamAlreadyAsked, $"{asked.Team} was asked on {Words.Date(asked.AskedAt)} and has not answered. Stop that first, or wait for the answer.");
        }

        context.Raise(new TransferEvent.TeamAsked(command.Team, command.By.Name, context.InWorkingDays(RuleIds.TeamAnswer, context.Scheme.Transfers.TeamAnswerWorkingDays), context.Now));
        return null;
    }

    public static Refusal? Accept(DecisionContext context, TransferCommand.AcceptCase command)
    {
        if (Answering(context) is { } refused)
        {
            // Sent again after it was accepted.
            return context.State.KeyWorker == command.KeyWorker ? null : refused;
        }

        var asked = context.State.TeamAsked!.Team;
        if (command.KeyWorker.Team != asked)
        {
            return new Refusal.Invalid(RefusalCode.WorkerOfAnotherTeam, $"{asked} was asked to take the case. Choose a key worker of that team.") { Field = "keyWorker" };
        }

        context.Raise(KeyWorkerDecider.Changed(context, command.KeyWorker, null));
        return null;
    }

    public static Refusal? Decline(DecisionContext context)
    {
        if (Answering(context) is { } refused)
        {
            return refused;
        }

        context.Raise(new TransferEvent.TeamDeclined(context.State.TeamAsked!.Team));
        return null;
    }

    public static Refusal? Stop(DecisionContext context)
    {
        if (context.State.TeamAsked is not { } asked)
        {
            return NotAsked();
        }

        context.Raise(new TransferEvent.TeamNoLongerAsked(asked.Team));
        return null;
    }

    /// <summary>The team that was asked answers: its manager, or a lead in their place.</summary>
    private static Refusal? Answering(DecisionContext context) =>
        context.State.TeamAsked is not { } asked ? NotAsked()
        : context.Command.By is { Role: Role.TeamManager } by && by.Manages?.Contains(asked.Team) != true
            ? new Refusal.NotPermitted(RefusalCode.TeamNotYours, $"{asked.Team} answers whether it takes the case: its manager, or a programme lead.")
            : null;

    private static Refusal.WrongState NotAsked() => new(RefusalCode.TeamNotAsked, "No team is asked to take this case. Nothing was changed.");
}

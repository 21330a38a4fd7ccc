using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.DataRights;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Keeping;
using Diversion.Domain.Term;
using Diversion.Domain.Time;

namespace Diversion.Domain.Transfers;

/// <summary>A case leaves for another force or programme, and comes from one.</summary>
internal static class HandOverDecider
{
    public static Refusal? Send(DecisionContext context, TransferCommand.TransferOut command)
    {
        switch (context.State.Status)
        {
            case AgreementStatus.Active:
                context.Raise(new TransferEvent.TransferredOut(command.Organisation.Trim(), command.Contact.Trim(), command.By.Name, Confirm(context), context.Now));
                return null;
            case AgreementStatus.BreachReview:
                return new Refusal.WrongState(RefusalCode.WrongStatus, "A breach waits for a decision. Decide it first: the other side cannot know what led to it.");
            case AgreementStatus.Concluding:
                return new Refusal.WrongState(RefusalCode.WrongStatus, "The term is over. Settle the records that are still open here instead.");
            case AgreementStatus.Transferred when context.State.HandedOver is { } before && before.Organisation == command.Organisation.Trim() && before.Contact == command.Contact.Trim():
                return null;
            default:
                return new Refusal.WrongState(RefusalCode.WrongStatus, $"Only a signed agreement that runs is handed over; this one is {Words.Of(context.State.Status)}.");
        }
    }

    public static Refusal? TakeBack(DecisionContext context)
    {
        if (Unconfirmed(context) is { } refused)
        {
            return refused;
        }

        context.Raise(new TransferEvent.TransferTakenBack());
        return null;
    }

    public static Refusal? Confirm(DecisionContext context, TransferCommand.ConfirmTransfer command)
    {
        if (context.State.HandedOver is { ConfirmedBy: { } by } && by == command.ConfirmedBy.Trim())
        {
            return null;
        }

        if (Unconfirmed(context) is { } refused)
        {
            return refused;
        }

        context.Raise(new TransferEvent.TransferConfirmed(command.ConfirmedBy.Trim(), context.Now));
        return null;
    }

    /// <summary>In the other programme. Casework has checked that this is what was handed over.</summary>
    public static Refusal? Receive(DecisionContext context, TransferCommand.ReceiveTransfer command)
    {
        if (Unconfirmed(context) is { } refused)
        {
            return refused;
        }

        if (command.Facilitator is null && context.State.Conditions.Any(condition => condition is { IsOpen: true, PartnerFacilitator: not null }))
        {
            return new Refusal.Invalid(RefusalCode.TextMissing, "A facilitator works on this agreement. Choose who takes their place (facilitator).") { Field = "facilitator" };
        }

        var providers = context.State.Conditions.Select(condition => condition.PartnerProvider).OfType<string>().Distinct();
        var known = providers.Where(own => command.Known.IsDefaultOrEmpty || command.Known.Contains(own)).ToImmutableArray();
        if (command.Provider is null && context.State.Conditions.FirstOrDefault(condition => condition is PathwayCondition { IsOpen: true } own && !known.Contains(own.Provider)) is { } pathway)
        {
            return new Refusal.Invalid(
                RefusalCode.TextMissing, $"{pathway.PartnerProvider} carries out a pathway, and does not work for this programme. Choose a provider who takes it over (provider).") { Field = "provider" };
        }

        context.Raise(new TransferEvent.TransferReceived(
            command.From, command.KeyWorker, command.Officer, command.Facilitator, command.Provider, known, context.State.HandedOver!.Event, command.Chain, command.By.Name, context.Now));
        return null;
    }

    /// <summary>What is still recorded on a case that was handed over. Everything else would not reach the other side.</summary>
    public static bool IsTaken(AgreementState state, AgreementCommand command) =>
        command is TimePassed or TransferCommand or ComplaintCommand or DataRequestCommand or KeepingCommand or FollowUpCommand or TermCommand.AcknowledgeAlert or TermCommand.ReportUndelivered
            or NoReoffendingCommand.ReceiveCustodyNotice or TagMonitoringCommand.ReceiveTagEvent
        || LateNews.In(state, command) is not null;

    /// <summary>Earlier when the charge-by date is near: it must not pass between two programmes.</summary>
    private static Deadline Confirm(DecisionContext context)
    {
        var rules = context.Scheme.Transfers;
        var ordinary = context.InWorkingDays(RuleIds.TransferConfirm, rules.ConfirmWorkingDays);
        return context.State.Referral.ChargeBy.Date?.PlusDays(-rules.ConfirmDaysBeforeChargeBy) is { } earlier && earlier < WorkingCalendar.DateOf(ordinary.Due)
            ? context.AtCloseOf(RuleIds.TransferConfirm, LocalDate.Max(context.Today, earlier))
            : ordinary;
    }

    private static Refusal.WrongState? Unconfirmed(DecisionContext context) => context.State.HandedOver switch
    {
        null => new(RefusalCode.NotHandedOver, "This case was not handed over to another force or programme. Nothing was changed."),
        { IsConfirmed: true } handed => new(
            RefusalCode.TransferConfirmed, $"{handed.Organisation} has confirmed on {Words.Date(handed.ConfirmedAt!.Value)} that the case is theirs. Nothing was changed."),
        _ => null,
    };
}

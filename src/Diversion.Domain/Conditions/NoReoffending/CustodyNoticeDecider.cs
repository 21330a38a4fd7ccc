using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Term;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.NoReoffending;

/// <summary>Every notice is kept, and somebody is told, whatever it says and whenever it arrives.</summary>
internal static class CustodyNoticeDecider
{
    private static readonly LocalDate Earliest = new(2000, 1, 1);

    public static Refusal? Receive(DecisionContext context, NoReoffendingCommand.ReceiveCustodyNotice command)
    {
        if (Fault(context, command) is { } fault)
        {
            return fault;
        }

        var says = command.Notice == CustodyNoticeKind.Other ? command.Says?.Trim() : null;
        var known = CustodyNotices.Of(context.State).FirstOrDefault(notice => notice.Is(command.NoticeId, command.Notice, says));
        var content = new CustodyNoticeContent(command.OccurredOn, command.OffenceOn, command.Bail);

        // Only what it says now compares: a correction may well be taken back.
        if (known?.Content == content)
        {
            return null;
        }

        var reoffending = IsReoffending(context.State, command);
        if (known is null)
        {
            context.Raise(new NoReoffendingEvent.CustodyNoticeReceived(
                Id(context.State), command.NoticeId, command.Notice, command.OccurredOn, command.OffenceOn, reoffending, context.Now, says, Read(context), command.Bail));
        }
        else
        {
            context.Raise(new NoReoffendingEvent.CustodyNoticeCorrected(
                Id(context.State),
                command.NoticeId,
                command.Notice,
                command.OccurredOn,
                command.OffenceOn,
                reoffending,
                known.OccurredOn,
                known.OffenceOn,
                known.Reoffending,
                context.Now,
                Read(context),
                command.Bail,
                known.Bail));
        }

        if (reoffending && known is not { Proves: true } && command.Notice is (CustodyNoticeKind.Charge or CustodyNoticeKind.Admission) && context.State.Status.IsRunning())
        {
            Proposal.Raise(context, BreachCause.ProvedReoffending);
        }

        return null;
    }

    public static Refusal? Review(DecisionContext context, NoReoffendingCommand.ReviewCustodyNotice command)
    {
        if (!context.State.HasObligation(CustodyNotices.ReadId(command.NoticeId)))
        {
            return new Refusal.WrongState(RefusalCode.ObligationNotOpen, "No unread custody notice has that id. See the timeline for what happened to it.");
        }

        context.Raise(new NoReoffendingEvent.CustodyNoticeReviewed(command.NoticeId));
        return null;
    }

    public static Refusal? Settle(DecisionContext context, NoReoffendingCommand.SettleArrest command)
    {
        if (context.State.Conditions.OfType<NoReoffendingCondition>().SingleOrDefault() is not { } condition || !context.State.Status.IsRunning())
        {
            return new Refusal.WrongState(RefusalCode.WrongStatus, $"An arrest is settled while a signed agreement runs. It is {Words.Of(context.State.Status)} now.");
        }

        if (condition.Notices.Any(notice => notice is { Kind: CustodyNoticeKind.Arrest, Settled: true } && notice.Id == command.NoticeId))
        {
            return null;
        }

        if (Arrests.Open(condition.Notices).All(arrest => arrest.Id != command.NoticeId))
        {
            return new Refusal.Unknown(RefusalCode.NoticeUnknown, "No open arrest has that id. See the timeline for what happened to it.");
        }

        context.Raise(new NoReoffendingEvent.ArrestSettled(condition.Id, command.NoticeId));
        return null;
    }

    private static Refusal? Fault(DecisionContext context, NoReoffendingCommand.ReceiveCustodyNotice command)
    {
        if (Fault(command.Notice, command.OccurredOn, command.OffenceOn, command.Bail, context.Today, context.State.Referral.Person.BornOn) is { } fault)
        {
            return fault;
        }

        return command.Notice is CustodyNoticeKind.Charge or CustodyNoticeKind.Admission
            && command.By.Role != Role.Feed
            && string.IsNullOrWhiteSpace(command.Reason)
            ? new Refusal.Invalid(RefusalCode.ReasonMissing, "Say how you know of the charge or the admission: a breach may be proposed because of it.")
            : null;
    }

    /// <summary>What no case takes, whosever it is.</summary>
    /// <param name="bornOn">Of the person; null where it is not known.</param>
    internal static Refusal? Fault(CustodyNoticeKind notice, LocalDate occurredOn, LocalDate? offenceOn, Bail? bail, LocalDate today, LocalDate? bornOn)
    {
        if (!Enum.IsDefined(notice))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say what the notice is: arrest, charge, admission, no further action, released on bail or other.");
        }

        if (occurredOn > today || offenceOn > occurredOn)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, "The notice is dated in the future, or the offence after the notice. Check the dates.");
        }

        return occurredOn < Earliest || offenceOn < bornOn
            ? new Refusal.Invalid(RefusalCode.DateTooOld, "The notice or the offence is dated too early for this person. Check the dates.")
            : BailReading.Check(bail, occurredOn);
    }

    /// <summary>Without an agreement the case is the officer's. With one, a lead is told, who needs no deadline for it.</summary>
    private static Deadline? Read(DecisionContext context) => context.State.Term is null
        ? context.InWorkingDays(RuleIds.CustodyNoticeRead, CustodyNotices.ReadWorkingDays)
        : null;

    private static string Id(AgreementState state) =>
        state.Conditions.OfType<NoReoffendingCondition>().SingleOrDefault()?.Id ?? ConditionKind.NoReoffending.Slug;

    /// <summary>
    /// If the day of the offence is not known, it may be within the term, unless the notice itself is from before the
    /// signing.
    /// </summary>
    private static bool IsReoffending(AgreementState state, NoReoffendingCommand.ReceiveCustodyNotice command) =>
        command.Notice is CustodyNoticeKind.Arrest or CustodyNoticeKind.Charge or CustodyNoticeKind.Admission
        && state.Term is { } term
        && (command.OffenceOn is { } offenceOn
            ? term.SignedOn <= offenceOn && offenceOn <= LastDay(state, term)
            : term.SignedOn <= command.OccurredOn);

    private static LocalDate LastDay(AgreementState state, TermState term) =>
        state.EndedAt is { } ended ? LocalDate.Min(term.LastDay, WorkingCalendar.DateOf(ended)) : term.LastDay;
}

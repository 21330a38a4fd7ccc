using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Term;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.NoReoffending;

internal sealed class NoReoffendingRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.NoReoffending;

    public override string Slug => "no-reoffending";

    /// <summary>Notices arrive when they arrive, and the end of the term is the agreement's.</summary>
    public override bool HasTrack => false;

    public override void Open(Unfolding unfolding, string id, ConditionTerms terms, LocalDate from) =>
        unfolding.Raise(new NoReoffendingEvent.NoReoffendingBegan(id));

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.NoReoffending()];

    public override IEnumerable<AgreementCommand> Attempts(AgreementState state, Condition condition, Instant now) =>
    [
        new NoReoffendingCommand.ReceiveCustodyNotice(
            $"{Specimens.NewId}-{((NoReoffendingCondition)condition).Notices.Length}", CustodyNoticeKind.Arrest, WorkingCalendar.DateOf(now)),
    ];

    public override Refusal? Decide(Unfolding unfolding, ConditionCommand command) => command switch
    {
        NoReoffendingCommand.ReceiveCustodyNotice c => Receive(unfolding, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        NoReoffendingEvent.NoReoffendingBegan e =>
            state.With(new NoReoffendingCondition(e.ConditionId) { Status = ConditionStatus.InProgress }),
        NoReoffendingEvent.CustodyNoticeReceived e => Keep(state, e),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) =>
        termOver && !((NoReoffendingCondition)condition).Proved;

    private static Refusal? Receive(Unfolding unfolding, NoReoffendingCommand.ReceiveCustodyNotice command)
    {
        if (!unfolding.State.Status.IsRunning())
        {
            return new Refusal.WrongState(RefusalCode.WrongStatus, $"Custody notices belong to a signed agreement; this one is {Words.Of(unfolding.State.Status)}.");
        }

        var condition = unfolding.State.Conditions.OfType<NoReoffendingCondition>().Single();
        if (condition.Notices.Any(notice => notice.Id == command.NoticeId && notice.Kind == command.Notice))
        {
            return null;
        }

        if (command.OccurredOn > unfolding.Today || command.OffenceOn > command.OccurredOn)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, "The notice is dated in the future, or the offence after the notice. Check the dates.");
        }

        if (command.OccurredOn < unfolding.State.Term!.SignedOn)
        {
            return new Refusal.Invalid(RefusalCode.DateTooOld, "The notice is from before the signing. It belongs to the referral, not to this condition.");
        }

        var reoffending = command.Notice != CustodyNoticeKind.NoFurtherAction
            && (command.OffenceOn is not { } offenceOn || InTerm(unfolding.State.Term, offenceOn));
        unfolding.Raise(new NoReoffendingEvent.CustodyNoticeReceived(
            condition.Id, command.NoticeId, command.Notice, command.OccurredOn, command.OffenceOn, reoffending, unfolding.Now));
        if (reoffending && command.Notice is (CustodyNoticeKind.Charge or CustodyNoticeKind.Admission))
        {
            Proposal.Raise(unfolding, BreachCause.ProvedReoffending);
        }

        return null;
    }

    private static bool InTerm(TermState term, LocalDate day) => term.SignedOn <= day && day <= term.LastDay;

    /// <summary>
    /// The lead need not look at the arrest any more. Which arrest is told by the notice's id; with another id it is
    /// clear only while a single one is open. Otherwise all stay, for a lead to acknowledge.
    /// </summary>
    private static AgreementState CloseArrest(AgreementState state, string noticeId)
    {
        var open = state.Alerts.RemoveAll(alert => alert.Kind != AlertKind.Arrest);
        var closed = open.FirstOrDefault(alert => alert.Subject == noticeId) ?? (open.Length == 1 ? open[0] : null);
        return closed is null ? state : state with { Alerts = state.Alerts.Remove(closed) };
    }

    private static AgreementState Keep(AgreementState state, NoReoffendingEvent.CustodyNoticeReceived e)
    {
        var condition = state.Condition<NoReoffendingCondition>(e.ConditionId);
        state = state.With(condition with
        {
            Notices = condition.Notices.Add(new CustodyNotice(e.NoticeId, e.Notice, e.OccurredOn, e.Reoffending)),
        });
        return e.Notice switch
        {
            CustodyNoticeKind.Arrest => Alerts.Raise(state, AlertKind.Arrest, e.NoticeId, e.At),

            CustodyNoticeKind.NoFurtherAction => CloseArrest(state, e.NoticeId),
            _ => state,
        };
    }
}

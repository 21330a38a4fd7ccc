using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions.NoReoffending;

internal sealed class NoReoffendingRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.NoReoffending;

    public override Type TermsType => typeof(ConditionTerms.NoReoffending);

    public override Type ConditionType => typeof(NoReoffendingCondition);

    public override bool IsMandatory => true;

    public override ImmutableArray<CommandEntry> Commands { get; } =
    [
        CommandEntry.Of<NoReoffendingCommand.ReceiveCustodyNotice>("receive-custody-notice", "custody", [.. CommandRoles.Feeds, .. CommandRoles.Police]),
        CommandEntry.Of<NoReoffendingCommand.ReviewCustodyNotice>("review-custody-notice", "custody", CommandRoles.Police),
        CommandEntry.Of<NoReoffendingCommand.SettleArrest>("settle-arrest", "custody", CommandRoles.Lead),
    ];

    /// <summary>Notices can arrive at any time, and the end of the term belongs to the agreement, so nothing falls due here.</summary>
    public override bool HasTrack => false;

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from) =>
        context.Raise(new NoReoffendingEvent.NoReoffendingBegan(id));

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.NoReoffending()];

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now) =>
        ((NoReoffendingCondition)condition).OpenArrests.Select(arrest => new NoReoffendingCommand.SettleArrest(arrest.Id));

    public override Refusal? Decide(DecisionContext context, ConditionCommand command) => command switch
    {
        NoReoffendingCommand.ReceiveCustodyNotice c => CustodyNoticeDecider.Receive(context, c),
        NoReoffendingCommand.ReviewCustodyNotice c => CustodyNoticeDecider.Review(context, c),
        NoReoffendingCommand.SettleArrest c => CustodyNoticeDecider.Settle(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        NoReoffendingEvent.NoReoffendingBegan e =>
            state.With(new NoReoffendingCondition(e.ConditionId) { Status = ConditionStatus.InProgress, Notices = state.EarlyNotices }),
        NoReoffendingEvent.CustodyNoticeReceived e => CustodyNotices.Receive(state, e),
        NoReoffendingEvent.CustodyNoticeCorrected e => CustodyNotices.Correct(state, e),
        NoReoffendingEvent.CustodyNoticeReviewed e => state.Settled(CustodyNotices.ReadId(e.NoticeId)),
        NoReoffendingEvent.ArrestSettled e => CustodyNotices.Settle(state, e),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    /// <summary>An arrest without a result may still become a charge.</summary>
    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) =>
        termOver && condition is NoReoffendingCondition { Proved: false, OpenArrests.IsEmpty: true };

    public override AgreementState CarriedOn(AgreementState state, Condition condition) => condition.Status == ConditionStatus.Kept
        ? state.With(condition with { Status = ConditionStatus.InProgress, ClosedAt = null })
        : state;
}

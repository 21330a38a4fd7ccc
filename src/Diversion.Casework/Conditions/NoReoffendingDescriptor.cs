using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

internal sealed class NoReoffendingDescriptor : ConditionDescriptor
{
    public override ConditionKind Kind => ConditionKind.NoReoffending;

    public override string Hint => "Always part of an agreement.";

    internal override string Plain(ConditionTerms terms, SchemeRules scheme) => "Do not break the law.";

    internal override string Plain(Condition condition, SchemeRules scheme) => "Do not break the law.";

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<NoReoffendingEvent.NoReoffendingBegan>("no-reoffending.began"),
        EventEntry.Of<NoReoffendingEvent.CustodyNoticeReceived>("no-reoffending.custody-notice-received"),
        EventEntry.Of<NoReoffendingEvent.CustodyNoticeCorrected>("no-reoffending.custody-notice-corrected"),
        EventEntry.Of<NoReoffendingEvent.CustodyNoticeReviewed>("no-reoffending.custody-notice-reviewed"),
        EventEntry.Of<NoReoffendingEvent.ArrestSettled>("no-reoffending.arrest-settled"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        NoReoffendingEvent.NoReoffendingBegan => "The condition no reoffending began.",
        NoReoffendingEvent.CustodyNoticeReceived e => $"Custody notice received: {CustodyWords.Of(e.Notice, e.Says)} on {Words.Date(e.OccurredOn)}{CustodyWords.Offence(e)}{(e.Bail is null ? "" : $", {CustodyWords.Of(e.Bail)}")}.",
        NoReoffendingEvent.CustodyNoticeCorrected e => $"A custody notice was corrected ({CustodyWords.Of(e.Notice, null)}): {CustodyWords.Changes(e)}.",
        NoReoffendingEvent.CustodyNoticeReviewed => "The police have read a custody notice.",
        NoReoffendingEvent.ArrestSettled => "A lead settled an arrest: it no longer keeps the agreement open.",
        _ => throw Wording.Missing(happened),
    };

    internal override Beginning? Began(ConditionKindEvent happened) =>
        happened is NoReoffendingEvent.NoReoffendingBegan e ? new(e.ConditionId, new ConditionTerms.NoReoffending()) : null;

    internal override ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme) =>
        view with { CustodyNotices = ((NoReoffendingCondition)condition).Notices };

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state) => condition.CustodyNotices switch
    {
        null => [],
        [] => [("Custody notices", "None")],
        var notices => notices.Select(notice => ("Custody notice", Fact(notice))),
    };

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Record a custody notice", "The custody notice was recorded.", answers =>
            new NoReoffendingCommand.ReceiveCustodyNotice(answers.NewId, answers.Choice<CustodyNoticeKind>(), answers.Day, answers.OtherDay)) with
        {
            Explain = "Custody sends notices automatically. Record one here only if you heard about it another way.",
            Choice = new("What happened?", "what happened",
            [
                new StepAnswer(nameof(CustodyNoticeKind.Arrest), "Arrested", "The lead is told at once."),
                new StepAnswer(nameof(CustodyNoticeKind.Charge), "Charged", "A breach is proposed, if the offence was during the agreement."),
                new StepAnswer(nameof(CustodyNoticeKind.Admission), "Admitted an offence", "A breach is proposed, if the offence was during the agreement."),
                new StepAnswer(nameof(CustodyNoticeKind.NoFurtherAction), "No further action", "It closes the arrest."),
                new StepAnswer(nameof(CustodyNoticeKind.ReleasedOnBail), "Released on bail"),
                new StepAnswer(nameof(CustodyNoticeKind.Other), "Something else"),
            ]),
            Reason = new("How do you know?", "how you know", "Who told you, and when. A breach may be proposed because of it."),
            Day = new("When did this happen?", "the day that it happened"),
            Button = "Record the notice",
            OtherDay = new("When was the offence?", "the day of the offence", "Leave this empty if you do not know.", Optional: true),
        },
        Step.Of("Record that the custody notice was read", "It was recorded that the notice was read.", answers => new NoReoffendingCommand.ReviewCustodyNotice(answers.Item)) with
        {
            Explain = "A notice from custody came in about a person who has no agreement. Read it on the timeline, and decide what it means for the referral.",
            Reason = new("What did you do about it?", "what you did", "It is kept on the timeline."),
            Button = "I have read it",
        },
        Step.Of("Settle the arrest", "The arrest was settled.", answers => new NoReoffendingCommand.SettleArrest(answers.Item)) with
        {
            Explain = "This arrest has no result yet, and the agreement cannot be completed until it has one. Settle it if you decide not to wait any longer. A charge that comes later still proposes a breach while the agreement runs.",
            Reason = new("Why are you not waiting any longer?", "the reason", "Say what custody told you. It is kept on the timeline."),
            Button = "Settle the arrest",
        },
    ];

    private static string Fact(CustodyNotice notice)
    {
        var outside = notice is { Reoffending: false, Kind: CustodyNoticeKind.Arrest or CustodyNoticeKind.Charge or CustodyNoticeKind.Admission };
        return $"{Words.Sentence(CustodyWords.Of(notice.Kind, notice.Says))} on {Words.Date(notice.OccurredOn)}{(outside ? ", for an offence from outside the agreement" : "")}{(notice.Settled ? ", settled by a lead" : "")}{(notice.Before.IsEmpty ? "" : ", corrected")}{(notice.Bail is { } bail ? $". {CustodyWords.Sentence(bail)}" : "")}";
    }
}

using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Steps;

/// <summary>Steps about an agreement as a whole.</summary>
internal static class CourseSteps
{
    public static readonly Step[] All =
    [
        new("remove-offence", "The offence was removed.", answers => answers.Number is { } number ? new ReferralCommand.RemoveOffence(number) : null)
        {
            Explain = "For an offence that was recorded by mistake, or is dealt with apart. The charge-by date is worked out again.",
            Reason = new("Why are you removing it?", "the reason", "It is kept with the case."),
            Button = "Remove the offence",
        },
        new("receive-custody-notice", "The custody notice was recorded.", answers =>
            new NoReoffendingCommand.ReceiveCustodyNotice(answers.NewId, answers.Choice<CustodyNoticeKind>(), answers.Day, answers.OtherDay))
        {
            Explain = "Custody sends notices automatically. Record one here only if you heard about it another way.",
            Choice = new("What happened?", "what happened",
            [
                new Choice(nameof(CustodyNoticeKind.Arrest), "Arrested", "The lead is told at once."),
                new Choice(nameof(CustodyNoticeKind.Charge), "Charged", "A breach is proposed, if the offence was during the agreement."),
                new Choice(nameof(CustodyNoticeKind.Admission), "Admitted an offence", "A breach is proposed, if the offence was during the agreement."),
                new Choice(nameof(CustodyNoticeKind.NoFurtherAction), "No further action", "It closes the arrest."),
                new Choice(nameof(CustodyNoticeKind.ReleasedOnBail), "Released on bail"),
                new Choice(nameof(CustodyNoticeKind.Other), "Something else"),
            ]),
            Reason = new("How do you know?", "how you know", "Who told you, and when. A breach may be proposed because of it."),
            Day = new("When did this happen?", "the day that it happened"),
            Button = "Record the notice",
            OtherDay = new("When was the offence?", "the day of the offence", "Leave this empty if you do not know.", Optional: true),
        },
        new("review-custody-notice", "It was recorded that the notice was read.", answers => new NoReoffendingCommand.ReviewCustodyNotice(answers.Item))
        {
            Explain = "A notice from custody came in about a person who has no agreement. Read it on the timeline, and decide what it means for the referral.",
            Reason = new("What did you do about it?", "what you did", "It is kept on the timeline."),
            Button = "I have read it",
        },
        new("read-partner-notes", "It was recorded that you read the notes.", answers => new TermCommand.ReadPartnerNotes(answers.Condition))
        {
            ShowsNotes = true,
            Button = "I have read them",
        },
        new("record-failure", "The failure was recorded.", answers =>
            new BreachCommand.RecordFailure(answers.NewId, answers.Chosen == StepChoice.Agreement ? null : answers.Chosen, answers.Day, answers.Appointment))
        {
            Explain = "Missed meetings, missed sessions and tag violations are counted automatically, so do not record them here. Unexcused failures lead to warnings, and then to a proposed breach.",
            Choice = new("What does it concern?", "what it concerns", null),
            Appointment = new("Which meeting or session? (optional)", "the meeting or session", "Choose it if the failure happened there. An absence counts once."),
            Day = new("On which day did it happen?", "the day that it happened"),
            Reason = new("What did the person fail to do, and what did they say?", "what happened"),
            Button = "Record the failure",
        },
        new("record-violence", "The violence was recorded, and a breach is proposed.", answers =>
            new BreachCommand.RecordViolence(answers.NewId, answers.Day))
        {
            Warning = "A breach is proposed at once, and a lead is told.",
            Day = new("When did it happen?", "the day of the violence"),
            Reason = new("What happened?", "what happened"),
            Button = "Record the violence",
        },
        new("withdraw-warning", "The warning was withdrawn.", answers => answers.Number is { } warning ? new BreachCommand.WithdrawWarning(warning) : null)
        {
            Explain = "A withdrawn warning no longer counts. It stays on the timeline.",
            Reason = new("Why are you withdrawing it?", "the reason"),
        },
        new("propose-breach", "The breach was proposed. A lead decides it.", answers => new BreachCommand.ProposeBreach())
        {
            Warning = "The agreement goes to breach review, and a lead other than you decides. Until then it continues as agreed.",
            Reason = new("Why are you proposing a breach?", "the reason", "Say what failed, what was tried and what the person said. The lead reads this first."),
            Button = "Propose the breach",
        },
        new("fail-condition", "The condition was recorded as failed. A lead settles it.", answers =>
            new TermCommand.FailCondition(answers.Condition, answers.Choice<FailureCause>(), answers.Day))
        {
            Warning = "The condition ends as failed, and a lead decides what happens next.",
            Choice = new("Who caused it?", "who caused it",
            [
                new Choice(nameof(FailureCause.Participant), "The person", "It counts as an unexcused failure."),
                new Choice(nameof(FailureCause.Service), "The service", "It does not count against the person."),
            ]),
            Day = new("On which day did it happen?", "the day that it happened", "The day of what was done or left undone. For example, 27 3 2026"),
            Reason = new("What happened?", "the reason"),
            Button = "Record the failure",
        },
    ];
}

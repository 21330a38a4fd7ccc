using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;

namespace Diversion.Casework.Steps;

/// <summary>Steps about an agreement as a whole.</summary>
internal static class CourseSteps
{
    private const string Accepted = "accepted";
    private const string NoRisk = "none";

    public static readonly Step[] All =
    [
        Step.Of("Remove the offence", "The offence was removed.", answers => answers.Number is { } number ? new ReferralCommand.RemoveOffence(number) : null) with
        {
            Explain = "For an offence that was recorded by mistake, or is dealt with apart. The charge-by date is worked out again.",
            Reason = new("Why are you removing it?", "the reason", "It is kept with the case."),
        },
        Step.Of("Record a risk to staff", "The risk to staff was recorded.", answers =>
            answers.Chosen == NoRisk ? new ReferralCommand.RecordStaffRisk(NoRisk: true) : new ReferralCommand.RecordStaffRisk(answers.Note)) with
        {
            Explain = "It is shown first on the case, to those who meet the person: the key worker and their manager, the police of the case, and its facilitator and providers. Nobody else reads it; the timeline says only that a risk was recorded, or that there is none any more.",
            Choice = new("Is there a risk to staff?", "whether there is a risk to staff",
            [
                new StepAnswer("risk", "Yes, the one described below"),
                new StepAnswer(NoRisk, "No, or not any more", "What is recorded is no longer shown to anybody."),
            ]),
            Note = new("What is the risk, and what should whoever meets the person do?", "the risk", "It replaces what is recorded.", Optional: true),
            NoteMissing = "Enter what the risk is, or choose that there is none",
            ReplacesStaffRisk = true,
        },
        Step.Of("Record the evidence", "The evidence was recorded.", answers =>
            new AppointmentCommand.RecordEvidence(answers.Condition, answers.Item, answers.Chosen == Accepted, answers.Note)) with
        {
            Explain = "With acceptable evidence the absence does not count. Without it, the absence is an unexcused failure.",
            Choice = new("Is the evidence acceptable?", "whether the evidence is acceptable",
            [
                new StepAnswer(Accepted, "Yes, it excuses the absence"),
                new StepAnswer("refused", "No, the absence stays unexcused", "It counts as a failure at once and may bring a warning."),
            ]),
            Note = new("What did the person show or say?", "the note", "For example, a letter from a hospital.", Optional: true),
        },
        Step.Of("Read the partner’s notes", "It was recorded that you read the notes.", answers => new TermCommand.ReadPartnerNotes(answers.Condition)) with
        {
            ShowsNotes = true,
            Button = "I have read them",
        },
        Step.Of("Record an unexcused failure", "The failure was recorded.", answers =>
            new BreachCommand.RecordFailure(answers.NewId, answers.Chosen == StepChoice.Agreement ? null : answers.Chosen, answers.Day, answers.Appointment)) with
        {
            Explain = "Missed meetings, missed sessions and tag violations are counted automatically, so do not record them here. Unexcused failures lead to warnings, and then to a proposed breach.",
            Choice = new("What does it concern?", "what it concerns", null),
            Appointment = new("Which meeting or session?", "the meeting or session", "Choose it if the failure happened there. An absence counts once."),
            Day = new("On which day did it happen?", "the day that it happened"),
            Reason = new("What did the person fail to do, and what did they say?", "what happened"),
            Button = "Record the failure",
        },
        Step.Of("Record violence", "The violence was recorded, and a breach is proposed.", answers =>
            new BreachCommand.RecordViolence(answers.NewId, answers.Day)) with
        {
            Warning = "A breach is proposed at once, and a lead is told.",
            Day = new("When did it happen?", "the day of the violence"),
            Reason = new("What happened?", "what happened"),
            Button = "Record the violence",
        },
        Step.Of("Withdraw the warning", "The warning was withdrawn.", answers => answers.Number is { } warning ? new BreachCommand.WithdrawWarning(warning) : null) with
        {
            Explain = "A withdrawn warning no longer counts. It stays on the timeline.",
            Reason = new("Why are you withdrawing it?", "the reason"),
        },
        Step.Of("Decide on the contested warning", "The decision on the contested warning was recorded.", answers =>
            new BreachCommand.DecideContest(answers.Item, answers.Choice<ContestDecision>())) with
        {
            Explain = "You did not give this warning. Read what the person says against it, and decide whether it stays. The person is told either way.",
            Choice = new("What do you decide?", "what you decide",
            [
                new StepAnswer(nameof(ContestDecision.Upheld), "The warning stays", "It goes on counting."),
                new StepAnswer(nameof(ContestDecision.Withdrawn), "The warning is withdrawn", "It does not count any more."),
            ]),
            Reason = new("Reasons for your decision", "the reasons", "They are printed in the breach file, if there is one."),
            Button = "Decide",
        },
        Step.Of("Record that the complaint was acknowledged", "It was recorded that the complaint was acknowledged.", answers => answers.Number is { } number
            ? new ComplaintCommand.AcknowledgeComplaint(number, answers.Choice<ToldHow>(), answers.Moment, answers.Note)
            : null) with
        {
            Explain = "Tell who made the complaint that it has come, who answers it and by when.",
            Choice = new("How did you tell them?", "how you told them", Ways.Told),
            Day = new("On which day?", "the day", "For example, 27 3 2026. For a letter: the day it was posted."),
            Time = new("At what time?", "the time"),
            Note = new("What was said?", "what was said", Optional: true),
        },
        Step.Of("Record that the complaint is not pursued", "It was recorded that the complaint is not pursued.", answers =>
            answers.Number is { } number ? new ComplaintCommand.WithdrawComplaint(number) : null) with
        {
            Explain = "For a complaint that whoever made it takes back. It stays on the timeline.",
            Reason = new("What did they say?", "what they said"),
        },
        Step.Of("Propose a breach", "The breach was proposed. A lead decides it.", answers => new BreachCommand.ProposeBreach()) with
        {
            Warning = "The agreement goes to breach review, and a lead other than you decides. Until then it continues as agreed.",
            Reason = new("Why are you proposing a breach?", "the reason", "Say what failed, what was tried and what the person said. The lead reads this first."),
            Button = "Propose the breach",
        },
        Step.Of("Record that the condition failed", "The condition was recorded as failed. A lead settles it.", answers =>
            new TermCommand.FailCondition(answers.Condition, answers.Choice<FailureCause>(), answers.Day)) with
        {
            Warning = "The condition ends as failed, and a lead decides what happens next.",
            Choice = new("Who caused it?", "who caused it",
            [
                new StepAnswer(nameof(FailureCause.Participant), "The person", "It counts as an unexcused failure."),
                new StepAnswer(nameof(FailureCause.Service), "The service", "It does not count against the person."),
            ]),
            Day = new("On which day did it happen?", "the day that it happened", "The day of what was done or left undone. For example, 27 3 2026"),
            Reason = new("What happened?", "the reason"),
            Button = "Record the failure",
        },
    ];
}

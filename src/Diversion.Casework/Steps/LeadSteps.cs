using Diversion.Domain.Term;
using Diversion.Domain.Transfers;

namespace Diversion.Casework.Steps;

/// <summary>Steps that only a lead or a team manager does, with a few answers.</summary>
internal static class LeadSteps
{
    public static readonly Step[] All =
    [
        Step.Of("Waive the condition", "The condition was waived.", answers => new TermCommand.WaiveCondition(answers.Condition)) with
        {
            Warning = "The condition ends now, and the person does not have to do any more of it. This does not count against them. A waived condition cannot be opened again.",
            Reason = new("Why are you waiving it?", "the reason", "Anyone who reads the case later can see this."),
        },
        Step.Of("Change the key worker", "The key worker was changed.", answers => new TermCommand.ChangeKeyWorker(answers.Worker!, answers.Note)) with
        {
            ExplainWithWorker = worker => $"The key worker is {worker ?? "not named yet"}. People do best when one worker stays with them, so change this only when you have to. The case moves to the new key worker’s list at once, and the person is told.",
            ShowsContinuity = true,
            Worker = new("New key worker", "the new key worker"),
            Note = new("Handover note", "the handover note", "What the new key worker has to know: what matters to the person, what works, what is under way.", Optional: true),
            Reason = new("Reasons for your decision", "the reason"),
        },
        Step.Of("Record the handover", "The handover was recorded.", answers => new TermCommand.RecordHandover(answers.Choice<HandoverMeeting>(), answers.Day, answers.Note)) with
        {
            Explain = "The former and the new key worker meet, best with the person there. The police do not see the note.",
            Choice = new("Did you meet?", "whether you met",
            [
                new StepAnswer(nameof(HandoverMeeting.WithPerson), "Yes, with the person"),
                new StepAnswer(nameof(HandoverMeeting.WithoutPerson), "Yes, without the person"),
                new StepAnswer(nameof(HandoverMeeting.NotHeld), "No, and it cannot be held", "For instance because the former key worker has left."),
            ]),
            Day = new("On which day?", "the day"),
            Note = new("What do you have to know?", "the note", "Added in place of the handover note that is there.", Optional: true),
            Button = "Record it",
        },
        Step.Of("Pass to another team", "The other team was asked.", answers => new TransferCommand.PassToTeam(answers.Chosen)) with
        {
            ExplainWithWorker = worker => $"The manager of the other team reads the case, and accepts it with a key worker of theirs or declines it. Until then {worker ?? "the key worker"} goes on, and nothing changes for the person. Once it is accepted, the person is told, and your team sees the case only with a reason, as anybody else.",
            Choice = new("Which team is asked?", "the team", null) { IsTeam = true },
            Reason = new("Why should it take the case?", "the reason", "The other team reads this."),
            Button = "Ask the team",
        },
        Step.Of("Accept the case", "The case was accepted. The person is told.", answers => new TransferCommand.AcceptCase(answers.Worker!)) with
        {
            ExplainWithWorker = worker => $"The key worker is {worker ?? "not named yet"}. The case moves to the new key worker’s list at once, and the person is told. Appointments that are booked stay as they are: look whether they still fit.",
            Worker = new("New key worker", "the new key worker"),
            IsForAskedTeam = true,
            Button = "Accept the case",
        },
        Step.Of("Decline the case", "The case was declined. It stays where it is.", answers => new TransferCommand.DeclineCase()) with
        {
            Explain = "The case stays with its team, whose manager is told.",
            Reason = new("Why does your team not take it?", "the reason", "The other team reads this."),
        },
        Step.Of("Stop asking the other team", "The other team is not asked any more. The case stays here.", answers => new TransferCommand.StopPassing()) with
        {
            Explain = "The case stays with its team. The other team cannot read it any more without a reason.",
        },
        Step.Of("Hand over to another force or programme", "The case was handed over. Save the bundle for them.", answers => new TransferCommand.TransferOut(answers.Line ?? "", answers.Note ?? "")) with
        {
            Warning = "The case ends here, and nothing is recorded on it any more. Until the other side has confirmed that they have it, you can take it back, and the charge-by date stays yours to watch.",
            Explain = "Tell the person first who meets them from now on. You then save the bundle of the case, send it in a safe way, and tell the other side its code by telephone.",
            Line = new("Which force or programme takes it?", "who takes it"),
            Note = new("Whom do we ring there, and how?", "whom we ring there", "One line: a name with a telephone number or an email address."),
            Reason = new("Why is it handed over?", "the reason", "The other side reads this."),
            Sure = new("Confirm", "They know of the case and will take it"),
            Button = "Hand the case over",
        },
        Step.Of("Take the case back", "The case was taken back. It runs here again.", answers => new TransferCommand.TakeBack()) with
        {
            Warning = "Ring the other side first: if they have imported the bundle, the case would run twice.",
            Reason = new("Why do you take it back?", "the reason"),
            Sure = new("Confirm", "The other side does not run the case"),
            Button = "Take it back",
        },
        Step.Of("Record that the other side has the case", "It was recorded that the other side has the case.", answers => new TransferCommand.ConfirmTransfer(answers.Line ?? "")) with
        {
            Explain = "They have imported the bundle and the case runs there. The charge-by date is theirs from now on, and the case cannot be taken back.",
            Line = new("Who confirmed it?", "who confirmed it", "Their name and office, and on which day."),
            Button = "Record the confirmation",
        },
        Step.Of("End the courtesy supervision", "The courtesy supervision ended.", answers => new TransferCommand.EndCourtesySupervision()) with
        {
            Explain = "The key worker meets the person again from now on.",
            Reason = new("Why does it end?", "the reason"),
        },
        Step.Of("Record how the courtesy supervision goes", "What they said was recorded.", answers => new TransferCommand.ReviewCourtesySupervision(answers.Note ?? "", answers.OtherDay)) with
        {
            Explain = "Ring those who supervise for us. An outcome of a meeting is recorded with the meeting.",
            Note = new("What did they say?", "what they said"),
            OtherDay = new("When do you ask again?", "the day", "For example, 27 3 2026. You are reminded on that day."),
        },
        Step.Of("Arrange cover", "The cover was saved.", answers => new TermCommand.CoverCase(answers.Worker!, answers.Day)) with
        {
            ExplainWithWorker = worker => $"{worker ?? "Nobody"} stays the key worker. The person who covers sees the whole case, has it in their caseload and gets its emails until the last day of the cover.",
            Worker = new("Who covers?", "who covers"),
            IsForAnother = true,
            Day = new("Until the end of which day?", "the last day of the cover", "At most 3 months ahead. The cover then ends by itself.", LiesAhead: true),
            Reason = new("Why is it covered?", "the reason", "For example: on leave. Do not write about anybody’s health."),
            Button = "Save the cover",
        },
        Step.Of("End the cover", "The cover ended. The key worker does the work again.", answers => new TermCommand.EndCover()) with
        {
            Explain = "The key worker is back. The case leaves the list of the person who covers it.",
        },
        Step.Of("Discontinue without fault", "The agreement was discontinued.", answers => new TermCommand.Discontinue(answers.Choice<DiscontinuationCause>())) with
        {
            Warning = "The agreement ends now, through no fault of the person. It cannot be restarted.",
            Choice = new("Why does it end?", "why it ends",
            [
                new StepAnswer(nameof(DiscontinuationCause.Moved), "The person moved away"),
                new StepAnswer(nameof(DiscontinuationCause.Died), "The person died"),
                new StepAnswer(nameof(DiscontinuationCause.FoundIneligible), "They were found not eligible after all"),
                new StepAnswer(nameof(DiscontinuationCause.ConsentWithdrawn), "They withdrew their consent"),
                new StepAnswer(nameof(DiscontinuationCause.Other), "Something else"),
            ]),
            Reason = new("What happened?", "the reason", "The police officer is told, and decides what happens about the offence."),
            Sure = new("Confirm", "I want to end this agreement for good"),
            Button = "Discontinue the agreement",
        },
        Step.Of("Acknowledge the alert", "The alert was acknowledged.", answers => new TermCommand.AcknowledgeAlert(answers.Item)) with
        {
            Explain = "The alert leaves the inbox of every lead. It stays on the timeline.",
            Reason = new("What was done about it?", "what was done", "Needed where something was told after the end. Other leads can read this.", Optional: true),
            Button = "Acknowledge",
        },
    ];
}

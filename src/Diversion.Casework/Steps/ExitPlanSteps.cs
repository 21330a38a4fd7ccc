using Diversion.Domain.ExitPlans;

namespace Diversion.Casework.Steps;

/// <summary>Steps of what goes on after the last day.</summary>
internal static class ExitPlanSteps
{
    public static readonly Step[] All =
    [
        Step.Of("Plan what goes on after the end", "It was added to the exit plan.", answers => new ExitPlanCommand.PlanContinuation(answers.Note ?? "", answers.Line ?? "", answers.OtherDay)) with
        {
            Explain = "Support and people who stay when the agreement is over: a service, family, work, a group. Add one at a time. The person reads it on their own page; the police do not see it.",
            Note = new("What goes on?", "what goes on", "In a few words that the person would use, such as: drop-in on Mondays."),
            Line = new("With whom?", "with whom it goes on", "A person, a service or both."),
            OtherDay = new("First date after the last day", "the first date", "Leave it out where no date is fixed."),
            Button = "Add it to the plan",
        },
        Step.Of("Take an entry out of the exit plan", "It was taken out of the exit plan.", answers => answers.Number is { } number ? new ExitPlanCommand.RemoveContinuation(number) : null) with
        {
            Reason = new("Why does it not go on?", "the reason"),
            Button = "Take it out",
        },
        Step.Of("Record that the person agrees to the exit plan", "The exit plan is agreed. The calls after the end follow from it.", answers => new ExitPlanCommand.AgreeExitPlan(answers.Day, answers.Line ?? "")) with
        {
            Explain = "Go through it with the person. When the agreement is completed, the calls after the end appear in the key worker’s tasks.",
            Line = new("Who rings the person after the end?", "who rings", "Somebody whom they know, with their number."),
            Day = new("On which day did you talk about it?", "the day of the conversation"),
            Button = "Record the agreement",
        },
        Step.Of("Record a warm handover", "The warm handover was recorded.", answers => answers.Number is { } number ? new ExitPlanCommand.RecordWarmHandover(number, answers.Day, answers.Line ?? "") : null) with
        {
            Explain = "Whoever goes on with the person has met them before the end, best together with the key worker.",
            Line = new("Who met them?", "who met them"),
            Day = new("On which day?", "the day"),
            Button = "Record the meeting",
        },
        Step.Of("Record a call after the end", "The call was recorded. It does not count for or against the person.", answers => answers.Number is { } weeks ? new ExitPlanCommand.RecordFollowUpCall(weeks, answers.Choice<CallResult>(), answers.Day, answers.Note) : null) with
        {
            Explain = "Ask how it goes with what was planned, and help where it does not.",
            ShowsContact = true,
            Choice = new("Did you reach them?", "whether you reached them",
            [
                new StepAnswer(nameof(CallResult.Reached), "Reached"),
                new StepAnswer(nameof(CallResult.TryAgain), "Not reached, I try again", "The call stays in your tasks."),
                new StepAnswer(nameof(CallResult.NotReached), "Not reached, and no more tries"),
            ]),
            Day = new("On which day did you ring?", "the day of the call"),
            Note = new("What came of it?", "what came of it", Optional: true),
            Button = "Record the call",
        },
    ];
}

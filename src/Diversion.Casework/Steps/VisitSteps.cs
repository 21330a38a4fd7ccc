using Diversion.Domain.Visits;

namespace Diversion.Casework.Steps;

/// <summary>Steps about an appointment with a service.</summary>
internal static class VisitSteps
{
    private const string Came = "Came";

    public static readonly Step[] All =
    [
        Step.Of("Cancel the appointment with the service", "The appointment was cancelled. Tell the person.", answers => answers.Number is { } number ? new VisitCommand.CancelVisit(number) : null) with
        {
            Explain = "The time is free for somebody else a minute later. Tell the person yourself: nobody else does.",
            Reason = new("Why is it cancelled?", "the reason"),
            Button = "Cancel the appointment",
        },
        Step.Of("Record whether the person came to the service", "It was recorded.", answers => answers.Number is { } number ? new VisitCommand.RecordVisit(number, answers.Chosen == Came) : null) with
        {
            Explain = "It is voluntary, and never counts against the person. If they did not come, try to reach them, and book another time.",
            Choice = new("Did they come?", "whether they came", [new StepAnswer(Came, "Yes"), new StepAnswer("DidNotCome", "No")]),
            Button = "Record it",
        },
    ];
}

using Diversion.Domain.Keeping;

namespace Diversion.Casework.Steps;

/// <summary>Steps about how long a record is kept. Erasing it has a page of its own.</summary>
internal static class KeepingSteps
{
    public static readonly Step[] All =
    [
        Step.Of("Hold the record", "The record is held. It is not erased before the hold is lifted.", answers => new KeepingCommand.HoldRecord(answers.Choice<HoldCause>())) with
        {
            Explain = "While a record is held nothing of it is erased, even if its retention period is over. Lift the hold as soon as the reason is gone.",
            Choice = new("What is it held for?", "what it is held for",
            [
                new StepAnswer(nameof(HoldCause.LegalProceedings), "Legal proceedings"),
                new StepAnswer(nameof(HoldCause.Complaint), "A complaint"),
                new StepAnswer(nameof(HoldCause.Inquiry), "An inquiry"),
                new StepAnswer(nameof(HoldCause.PersonAsked), "The person wants it kept", "For example, as evidence for a claim."),
                new StepAnswer(nameof(HoldCause.Other), "Something else"),
            ]),
            Reason = new("Which proceedings, complaint or inquiry, and who decides when it is over?", "the reason", "It is kept with the case."),
        },
        Step.Of("Lift the hold", "The hold was lifted.", answers => answers.Number is { } number ? new KeepingCommand.LiftHold(number) : null) with
        {
            Explain = "When no hold is left, the record can be erased as soon as its retention period is over.",
            Reason = new("Why is it not needed any more?", "the reason"),
        },
        Step.Of("Keep the record longer", "The record is kept. It is reviewed again on that day.", answers => new KeepingCommand.KeepLonger(answers.Day)) with
        {
            Explain = "For a record that was reviewed and is still needed. It comes up for review again on the day that you give.",
            Day = new("Until when is it kept?", "the day until which it is kept", "For example, 27 3 2030", LiesAhead: true),
            Reason = new("Why is it still needed?", "the reason", "Data protection law allows keeping it only as long as it is needed."),
        },
    ];
}

using Diversion.Domain.Referral;

namespace Diversion.Casework.Steps;

/// <summary>What is recorded about a case's place in a trial, beside the allocation itself.</summary>
internal static class TrialSteps
{
    private const string Yes = "yes";

    public static readonly Step[] All =
    [
        Step.Of("Leave the case out of the trial", "The case was left out of the trial. An offer can be made.", answers => new ReferralCommand.LeaveOutOfTrial()) with
        {
            Warning = "The trial allocates nothing to this case, and an offer can be made at once. Each case that is left out makes the trial worth less, and its report counts them with your reasons.",
            Reason = new("Why is it left out?", "the reason", "The report of the trial gives it, without the person."),
            Button = "Leave the case out",
        },
        Step.Of("Record that the person received the other arm", "Recorded. The arm that was allocated stays as it is.", answers => new ReferralCommand.RecordCrossover(answers.Choice<TrialArm>(), answers.Day)) with
        {
            Explain = "What the trial allocated stays. What the person in fact received is kept beside it, with the reason. A signing and what happened to the case are known already: record only what they do not say.",
            Choice = new("What did the person receive?", "what the person received",
            [
                new StepAnswer($"{TrialArm.Programme}", "The programme"),
                new StepAnswer($"{TrialArm.Control}", "Usual processing"),
            ]),
            Day = new("Since when?", "the day"),
            Reason = new("Why was it not as allocated?", "the reason"),
            Button = "Record",
        },
        Step.Of("Change the consent to research", "The person’s answer was recorded.", answers => new ReferralCommand.RecordResearchConsent(answers.Chosen == Yes)) with
        {
            Explain = "It changes neither the case nor what the trial allocated. Without consent, the person’s data leave the programme in no file for research.",
            Choice = new("May the person’s data be used for research?", "what the person said",
            [
                new StepAnswer(Yes, "Yes, the person agrees"),
                new StepAnswer("no", "No, the person does not agree"),
            ]),
            Button = "Record",
        },
    ];
}

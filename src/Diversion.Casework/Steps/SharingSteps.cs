using Diversion.Domain.Referral;

namespace Diversion.Casework.Steps;

/// <summary>What the person says to a sharing agreement.</summary>
internal static class SharingSteps
{
    private const string Yes = "yes";

    public static readonly Step[] All =
    [
        Step.Of("Record what the person says to sharing", "It was recorded. It applies from now on.", answers =>
            answers.Number is { } number ? new ReferralCommand.RecordSharingConsent(number, answers.Chosen == Yes) : null) with
        {
            Explain = "Say who would be told what, and why. A no counts for nothing against the person, and a yes is withdrawn at any time: the organisation’s page then closes at the next click. Victims, the offence, notes of supervision and health are never shared.",
            Choice = new("Do they agree?", "whether they agree", [new StepAnswer(Yes, "Yes"), new StepAnswer("no", "No, or not any more")]),
            Button = "Record it",
        },
    ];
}

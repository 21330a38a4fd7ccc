using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;

namespace Diversion.Casework.Steps;

/// <summary>Steps about needs that no service meets.</summary>
internal static class UnmetNeedSteps
{
    public static readonly Step[] All =
    [
        Step.Of("Record a need that no service meets", "It was recorded, and counts for the next commissioning.", answers =>
            Read(answers.Chosen) is var (need, because) ? new ReferralCommand.RecordUnmetNeed(need, because, answers.Note) : null) with
        {
            Explain = "Look at what fits this person first. What is recorded here is counted without names, by need and reason, and shown to those who decide which services are bought next.",
            Choice = new("Which need, and why does nothing meet it?", "the need and why nothing meets it",
            [
                .. from need in Enum.GetValues<PathwayKind>()
                   from because in Enum.GetValues<UnmetBecause>()
                   select new StepAnswer($"{need}-{because}", $"{Words.Sentence(Words.Of(need))}: {UnmetNeedWords.Of(because)}"),
            ]),
            Note = new("What would have helped?", "what would have helped", "Nobody’s name. For example: speech and language therapy.", Optional: true),
            Button = "Record it",
        },
        Step.Of("Record that something was found after all", "It was recorded.", answers => answers.Number is { } number ? new ReferralCommand.MeetUnmetNeed(number) : null) with
        {
            Explain = "The need stays counted for the time until today.",
            Button = "Record it",
        },
    ];

    private static (PathwayKind Need, UnmetBecause Because)? Read(string chosen) =>
        chosen.Split('-') is [var need, var because] ? (Enum.Parse<PathwayKind>(need), Enum.Parse<UnmetBecause>(because)) : null;
}

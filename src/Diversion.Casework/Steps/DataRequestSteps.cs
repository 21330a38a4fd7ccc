using Diversion.Domain.DataRights;

namespace Diversion.Casework.Steps;

/// <summary>Steps about what the person asks of their record.</summary>
internal static class DataRequestSteps
{
    private const string DayHint = "The day on which anybody of the programme got it. For example, 27 3 2026";

    private static readonly Question Answered = new("On which day was the person answered?", "the day", "For a letter: the day it was posted. For example, 27 3 2026");

    public static readonly Step[] All =
    [
        Step.Of("Record a request to see the record", "The request was recorded. The programme leads are told.", answers => new DataRequestCommand.RecordAccessRequest(answers.Day, answers.Note)) with
        {
            Explain = "Everybody may ask for what is recorded about them, in any form and without a reason. A programme lead gives it within one month.",
            Day = new("On which day did it come?", "the day", DayHint),
            Note = new("Who asks, how do you know that it is them, and what do they ask for?", "what they ask for", "Somebody who asks for the person needs their authority.", Optional: true),
        },
        Step.Of("Record that the person says something is wrong", "What the person says is wrong was recorded. The programme leads are told.", answers =>
            new DataRequestCommand.RecordCorrectionRequest(answers.Day, answers.Note ?? "")) with
        {
            Explain = "For a fact in the record. What they say against a warning or a decision is recorded there. A programme lead has it corrected or says why not, within one month; until then everybody who reads the case sees that it is disputed.",
            Day = new("On which day did they say so?", "the day", DayHint),
            Note = new("What is wrong, and how should it be?", "what is wrong", "In their own words as far as possible."),
        },
        Step.Of("Take longer for the answer", "The request has two more months.", answers => answers.Number is { } number ? new DataRequestCommand.ExtendDataRequest(number) : null) with
        {
            Explain = "The law gives two more months where a request is complex or one of many. Tell the person, and why, before the first month is over.",
            Reason = new("Why does it take longer?", "the reason", "As you told the person."),
            Button = "Take two more months",
        },
        Step.Of("Record the answer to the request for the record", "The answer was recorded.", answers => answers.Number is { } number
            ? new DataRequestCommand.AnswerAccessRequest(number, answers.Choice<DataRequestResult>(), answers.Day, answers.Note ?? "")
            : null) with
        {
            Choice = new("What was the answer?", "what the answer was",
            [
                new StepAnswer(nameof(DataRequestResult.Given), "The record was given", "With what concerns others left out."),
                new StepAnswer(nameof(DataRequestResult.Refused), "Nothing was given", "The request is manifestly unfounded or excessive, or an exemption covers everything. The person was told why, and that they can complain to the Information Commissioner."),
                new StepAnswer(nameof(DataRequestResult.NotPursued), "They do not want it any more"),
            ]),
            Day = Answered,
            Note = new("How was it given and what was said, or why not?", "what was said"),
        },
        Step.Of("Record what came of it that the person says something is wrong", "The answer was recorded.", answers => answers.Number is { } number
            ? new DataRequestCommand.AnswerCorrectionRequest(number, answers.Choice<DataRequestResult>(), answers.Day, answers.Note ?? "")
            : null) with
        {
            Explain = "Correct the record first, where it is wrong, with the actions for that. What the person says stays on the record either way.",
            Choice = new("What was decided?", "what was decided",
            [
                new StepAnswer(nameof(DataRequestResult.Corrected), "It was corrected"),
                new StepAnswer(nameof(DataRequestResult.CorrectedInPart), "It was corrected in part"),
                new StepAnswer(nameof(DataRequestResult.NotCorrected), "It was not corrected", "The person was told why, and that they can complain to the Information Commissioner."),
                new StepAnswer(nameof(DataRequestResult.NotPursued), "They do not pursue it"),
            ]),
            Day = Answered,
            Note = new("What was changed, or why not?", "what was changed"),
            Button = "Record the answer",
        },
    ];
}

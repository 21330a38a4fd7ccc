using Diversion.Domain.Conditions.Pathway;

namespace Diversion.Casework.Steps;

/// <summary>Steps of reaching somebody who was referred to a service.</summary>
internal static class ContactSteps
{
    public static readonly Step Attempt = Step.Of("Record an attempt to reach the person", "The attempt was recorded. It does not count against the person.", answers =>
        Read(answers.Chosen) is var (way, result) ? new PathwayCommand.RecordContactAttempt(answers.Condition, way, result, answers.Moment) : null) with
    {
        ShowsContact = true,
        Explain = "Record each attempt, also one without success: the plan of the scheme asks for several, in different ways and at different times. Say to nobody else what it is about.",
        Choice = new("What did you do, and what came of it?", "what came of it",
        [
            Answer(AttemptWay.Call, AttemptResult.Reached, "Rang, and spoke to them"),
            Answer(AttemptWay.Call, AttemptResult.NoAnswer, "Rang: no answer"),
            Answer(AttemptWay.Call, AttemptResult.MessageLeft, "Rang: left a message", "Your first name and number only: somebody else may hear it."),
            Answer(AttemptWay.Call, AttemptResult.WrongNumber, "Rang: wrong number", "Ask the key worker for another."),
            Answer(AttemptWay.Text, AttemptResult.MessageLeft, "Sent a text"),
            Answer(AttemptWay.Text, AttemptResult.Reached, "Sent a text, and they answered"),
            Answer(AttemptWay.Text, AttemptResult.WrongNumber, "Sent a text: wrong number"),
            Answer(AttemptWay.Letter, AttemptResult.MessageLeft, "Left or posted a letter", "With useful numbers, in a plain envelope."),
            Answer(AttemptWay.Letter, AttemptResult.Reached, "Wrote, and they answered"),
            Answer(AttemptWay.Visit, AttemptResult.Reached, "Went there, and met them"),
            Answer(AttemptWay.Visit, AttemptResult.NoAnswer, "Went there: nobody in"),
            Answer(AttemptWay.Visit, AttemptResult.MessageLeft, "Went there: left a message"),
        ]),
        Day = new("On which day?", "the day of the attempt", "For example, 27 3 2026"),
        Time = new("At what time?", "the time of the attempt", "For example, 10:30am"),
        Button = "Record the attempt",
    };

    public static readonly Step Decide = Step.Of("Decide what is next after the attempts", "It was recorded what is next.", answers =>
        new PathwayCommand.DecideContact(answers.Condition, answers.Choice<ContactNext>())) with
    {
        ShowsContact = true,
        Explain = "The provider made every attempt of the plan and did not reach the person. That is nobody’s failure. Ask the person at your next meeting whether number, time and place suit them.",
        Choice = new("What is next?", "what is next",
        [
            new StepAnswer(nameof(ContactNext.TryAgain), "Try again", "The plan begins again. Tell the provider first what may work better."),
            new StepAnswer(nameof(ContactNext.WaitForPerson), "Leave it to the person", "They have the letter with useful numbers and know that they may come."),
            new StepAnswer(nameof(ContactNext.SomethingElse), "Something else", "Another service, or a variation of the agreement. Record that with its own action."),
        ]),
        Reason = new("Why?", "the reason", "What the person said, or what you found out."),
        Button = "Record what is next",
    };

    private static StepAnswer Answer(AttemptWay way, AttemptResult result, string text, string? hint = null) => new($"{way}-{result}", text, hint);

    private static (AttemptWay Way, AttemptResult Result)? Read(string chosen) =>
        chosen.Split('-') is [var way, var result] ? (Enum.Parse<AttemptWay>(way), Enum.Parse<AttemptResult>(result)) : null;
}

using Diversion.Domain.Telling;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Steps;

/// <summary>Steps about one victim, named by the number in the address.</summary>
internal static class VictimSteps
{
    public static readonly Step[] All =
    [
        Step.Of("Record that the victim does not want to be told", "It was recorded that the victim does not want to be told.", answers =>
            answers.Number is { } victim ? new VictimCommand.OptVictimOut(answers.Day, answers.Note) { Victim = victim } : null) with
        {
            Explain = "They may say so at any time, and change their mind at any time. What was promised to them and is not done yet falls away.",
            Day = new("When did they say so?", "the day"),
            Note = new("What did they say?", "what they said", Optional: true),
            Button = "Save that they do not want to be told",
        },
        Step.Of("Record that the victim wants to be told again", "It was recorded that the victim wants to be told again.", answers =>
            answers.Number is { } victim ? new VictimCommand.OptVictimIn(answers.Day, answers.Note) { Victim = victim } : null) with
        {
            Explain = "What they were not told meanwhile is promised to them again, from today.",
            Day = new("When did they say so?", "the day"),
            Note = new("What did they say?", "what they said", Optional: true),
            Button = "Save that they want to be told again",
        },
        Step.Of("Record that the victim’s review or complaint was acknowledged", "It was recorded that the request was acknowledged.", answers =>
            VictimItem.ReadRequest(answers.Item) is { } asked ? new VictimCommand.AcknowledgeVictimRequest(asked.Request, answers.Choice<ToldHow>(), answers.Day) { Victim = asked.Victim } : null) with
        {
            Explain = "Tell them that it has come, who looks at it, and by when they are answered.",
            Choice = new("How was it done?", "how it was done", Ways.Told),
            Day = new("When?", "the day"),
            Button = "Save that it was acknowledged",
        },
        Step.Of("Remove the victim", "The victim was removed.", answers =>
            answers.Number is { } victim ? new VictimCommand.RemoveVictim { Victim = victim } : null) with
        {
            Explain = "Only for a victim who was recorded by mistake. One who has been told about the case, was referred to support, asked for a review or complained stays on it.",
            Reason = new("Why are you removing them?", "the reason", "It is kept with the case."),
        },
    ];
}

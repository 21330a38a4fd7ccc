using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Steps;

internal static class RestorativeSteps
{
    private const string Declines = "declines";

    private static readonly Choice[] Processes =
    [
        new(nameof(RestorativeProcess.Conference), "A conference", "They meet, with a facilitator."),
        new(nameof(RestorativeProcess.IndirectExchange), "An indirect exchange", "The facilitator carries messages between them."),
        new(nameof(RestorativeProcess.Letter), "A letter"),
    ];

    public static readonly Step[] All =
    [
        new("record-victim-contact", "The contact was recorded.", answers =>
            new RestorativeJusticeCommand.RecordVictimContact(answers.Condition, answers.Day))
        {
            Explain = "This is the first contact about restorative justice. Next, record their answer.",
            Button = "Record the contact",
            Day = new("When was the victim contacted?", "the day of the contact"),
        },
        new("record-victim-answer", "The victim’s answer was recorded.", answers => answers.Chosen == Declines
            ? new RestorativeJusticeCommand.RecordVictimAnswer(answers.Condition, false)
            : new RestorativeJusticeCommand.RecordVictimAnswer(answers.Condition, true, answers.Choice<RestorativeProcess>()))
        {
            Explain = "The victim is free to say yes or no, and to change their mind at any time: record the latest answer. A no never counts against the participant. A lead then replaces or waives the condition.",
            Button = "Record the answer",
            Choice = new("What would the victim take part in?", "what the victim would take part in", [.. Processes, new Choice(Declines, "Nothing: they decline")]),
        },
        new("record-victim-withdrawal", "The victim’s withdrawal was recorded.", answers =>
            new RestorativeJusticeCommand.RecordVictimWithdrawal(answers.Condition))
        {
            Warning = "The restorative process stops. This never counts against the participant: a lead replaces or waives the condition. If the victim changes their mind before that, record their new answer.",
            Button = "Record the withdrawal",
            Reason = new("Anything they want us to know", "the reason", "Record only what the victim wants us to keep.", Optional: true),
        },
        new("record-preparation", "The preparation was recorded.", answers =>
            new RestorativeJusticeCommand.RecordPreparation(answers.Condition, answers.Day))
        {
            Explain = "The participant has been prepared for the meeting, exchange or letter.",
            Day = new("When was the participant prepared?", "the day of the preparation"),
        },
        new("record-restorative-outcome", "The restorative outcome was recorded.", answers =>
            new RestorativeJusticeCommand.RecordRestorativeOutcome(answers.Condition, answers.Choice<RestorativeProcess>(), answers.Day))
        {
            Button = "Record what took place",
            Choice = new("What took place?", "what took place", Processes),
            Day = new("When?", "the day that it was held"),
        },
    ];
}

using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Supervision;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Steps;

internal static class SupervisionSteps
{
    private const string Accepted = "accepted";

    public static readonly Step[] All =
    [
        new("record-evidence", "The evidence was recorded.", answers =>
            new AppointmentCommand.RecordEvidence(answers.Condition, answers.Item, answers.Chosen == Accepted, answers.Note))
        {
            Explain = "With acceptable evidence the absence does not count. Without it, the absence is an unexcused failure.",
            Choice = new("Is the evidence acceptable?", "whether the evidence is acceptable",
            [
                new Choice(Accepted, "Yes, it excuses the absence"),
                new Choice("refused", "No, the absence stays unexcused", "It counts as a failure at once and may bring a warning."),
            ]),
            Note = new("What did the person show or say?", "the note", "For example, a letter from a hospital.", Optional: true),
        },
        new("excuse-period", "The period was excused.", answers => answers.Number is { } period
            ? new SupervisionCommand.ExcusePeriod(answers.Condition, period)
            : null)
        {
            Explain = "Excuse a period that had no meeting if that was nobody’s fault. The person does not need another meeting in it.",
            Reason = new("Why are you excusing it?", "the reason"),
        },
    ];
}

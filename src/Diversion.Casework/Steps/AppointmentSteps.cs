using Diversion.Domain;
using Diversion.Domain.Appointments;
using Diversion.Domain.Telling;

namespace Diversion.Casework.Steps;

/// <summary>Steps about a meeting or session.</summary>
internal static class AppointmentSteps
{
    public static readonly Step[] All =
    [
        Step.Of("Record that the person cannot come", "It was recorded that they told us before.", answers =>
            new AppointmentCommand.RecordAbsenceNotice(answers.Condition, answers.Item, answers.Choice<AnsweredHow>(), answers.Moment, answers.Note ?? "")) with
        {
            Explain = "It stands on the record that they told us before, and decides nothing yet. Move or cancel the appointment if you can. If it goes ahead without them, say with its outcome whether you accept what they told us.",
            Choice = new("How did they tell us?", "how they told us",
            [
                .. Ways.Said,
                new StepAnswer(nameof(AnsweredHow.ThroughSomebody), Words.Sentence(Words.Of(AnsweredHow.ThroughSomebody)), "A relative or friend told us for them."),
            ]),
            Day = new("On which day did they tell us?", "the day on which they told us", "For example, 27 3 2026"),
            Time = new("At what time?", "the time at which they told us", "For example, 10:30am"),
            Note = new("Why can they not come?", "why they cannot come", "In their words as far as possible. Only supervision staff and whoever holds the session can read it."),
            Button = "Record it",
        },
    ];
}

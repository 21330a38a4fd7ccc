using Diversion.Domain.FollowUp;
using NodaTime.Text;

namespace Diversion.Casework.Steps;

/// <summary>What the police's records say of the person afterwards, recorded by hand.</summary>
internal static class FollowUpSteps
{
    private const string Correction = "Needed only to correct what is recorded. It is kept with the case.";

    public static readonly Step[] All =
    [
        Step.Of("Remove the reoffence", "The reoffence was removed.", answers => answers.Number is { } number ? new FollowUpCommand.RemoveReoffence(number) : null) with
        {
            Explain = "For an offence of somebody else, or one that was recorded twice. To correct its outcome, record it again with the same source.",
            Reason = new("Why are you removing it?", "the reason", "It is kept with the case."),
        },
        Step.Of("Record that the records were searched", "The search of the records was recorded.", answers => new FollowUpCommand.RecordSearch(answers.Day)) with
        {
            Explain = "Record first what was found. A search without a find says that there is no reoffence up to that day; without a search that is not yet known. A result is final once the records were searched up to the end of its waiting time.",
            Day = new("Up to which day were the police’s records searched?", "the day up to which they were searched", "The last day that the search covers. For example, 27 3 2026"),
            Reason = new("If it is an earlier day than before: why?", "the reason", Correction, Optional: true),
        },
        Step.Of("Record a death or a move abroad", "It was recorded. Follow-up ends on that day.", answers => new FollowUpCommand.RecordDeparture(answers.Choice<DepartureCause>(), answers.Day)) with
        {
            Explain = "Whoever died or moved abroad before the end of a period is left out of its shares, whatever happened until then.",
            Choice = new("What happened?", "what happened",
            [
                new StepAnswer(nameof(DepartureCause.Died), "The person died"),
                new StepAnswer(nameof(DepartureCause.MovedAbroad), "The person moved abroad"),
            ]),
            Day = new("On which day?", "the day"),
        },
        Step.Of("Remove the death or move abroad", "It was removed. Follow-up goes on.", answers => new FollowUpCommand.RemoveDeparture()) with
        {
            Explain = "For something that was recorded in error. Results that were not owed any more are owed again.",
            Reason = new("Why are you removing it?", "the reason", "It is kept with the case."),
        },
        Step.Of("Record a time in custody", "The time in custody was recorded.", answers => new FollowUpCommand.RecordCustodyTime(answers.Day, answers.OtherDay)) with
        {
            Explain = "Days in custody are not days at risk: they change rates over time, not shares. To record a release or correct the last day, enter the same first day again.",
            Day = new("First day", "the first day"),
            OtherDay = new("Last day", "the last day", "Leave it empty while the person is still in custody."),
        },
        Step.Of("Remove the time in custody", "The time in custody was removed.", answers =>
            LocalDatePattern.Iso.Parse(answers.Item) is { Success: true, Value: var from } ? new FollowUpCommand.RemoveCustodyTime(from) : null) with
        {
            Explain = "For a time that was recorded in error.",
            Reason = new("Why are you removing it?", "the reason", "It is kept with the case."),
        },
    ];
}

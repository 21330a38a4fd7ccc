using Diversion.Domain.Agreements;
using Diversion.Domain.FollowUp;
using Diversion.Simulation.Behaviours;

namespace Diversion.Simulation.Planning;

/// <summary>The analyst searches the records when a result becomes final, and records what is found.</summary>
internal static class FollowUpPlan
{
    private const int MostWorkingDays = 12;

    public static void Record(CaseFile file, AgreementState state, Obligation open, Setting setting)
    {
        if (state.FollowUp.Periods.FirstOrDefault(period => open.Id.EndsWith($"/{period.Months}", StringComparison.Ordinal)) is not { } owed)
        {
            return;
        }

        var at = setting.Hours.DaysAfter(OfficeHours.Slot(owed.FinalOn, 0), file.Aside.Between(1, MostWorkingDays), file.Aside);
        foreach (var command in (FollowUpCommand[])[.. new ReoffendingModel(setting.Behaviour).Of(state, owed.FinalOn, file.Afterwards()), new FollowUpCommand.RecordSearch(owed.FinalOn)])
        {
            file.Plan(at, (_, on) => command with { By = setting.Analyst, At = on, Reason = "From the force's records." });
        }
    }
}

using Diversion.Casework;
using Diversion.Domain.Agreements;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.Planning;
using NodaTime;

namespace Diversion.Simulation.Running;

/// <summary>
/// After everything else: two years and the months of waiting pass, the records are searched once for everybody who is
/// followed up, and what was found is recorded as an analyst does it.
/// </summary>
internal static class FollowUpYears
{
    private const int MonthsOfResult = 30;

    /// <param name="cases">Each with random numbers of its own.</param>
    /// <returns>When everything was recorded.</returns>
    public static async Task<Instant> Run(Installation installation, IReadOnlyList<CaseFile> cases, Setting setting, LocalDate last, int atOnce, RefusalCount refusals, CancellationToken cancellation)
    {
        var model = new ReoffendingModel(setting.Behaviour);
        var searched = last.PlusMonths(MonthsOfResult);
        var now = WorkingCalendar.At(searched.PlusDays(1), WorkingCalendar.StartOfBusiness);
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (file, stop) =>
        {
            if (await installation.Casework.Find(file.Id, stop) is not { FollowUpStart: not null } state)
            {
                return;
            }

            foreach (var command in (FollowUpCommand[])[.. model.Of(state, searched, file.Afterwards()), new FollowUpCommand.RecordSearch(searched)])
            {
                var signed = command with { By = setting.Analyst, At = now, Reason = "Simulated." };
                if (await installation.Casework.Execute(file.Id, signed, null, stop) is Outcome.Refused refused)
                {
                    refusals.Count(signed, refused.Refusal);
                }
            }
        });
        return now;
    }
}

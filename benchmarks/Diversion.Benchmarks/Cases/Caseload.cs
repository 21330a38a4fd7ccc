using NodaTime;

namespace Diversion.Benchmarks.Cases;

/// <summary>
/// A key worker's cases in their third week. The rest of the population is in the future and has no tasks yet; these have
/// meetings today, outcomes to record and overdue obligations.
/// </summary>
internal static class Caseload
{
    private static readonly Duration Age = Duration.FromDays(16);

    /// <param name="first">Number of the first case; the others follow.</param>
    public static async Task Add(string folder, int first)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        using var place = new Workplace(folder);
        for (var number = first; number < first + People.CasesPerWorker; number++)
        {
            var script = new CaseScript(number, now - Age);
            var lived = Enumerable.Range(0, CaseScript.MostRunning).Select(script.Running).TakeWhile(command => command.At <= now);
            foreach (var command in script.Signing().Concat(lived))
            {
                await place.Do(script.Id, command);
            }
        }
    }
}

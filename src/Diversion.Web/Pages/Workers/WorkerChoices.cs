using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Web.Forms;
using Diversion.Web.Portal;

namespace Diversion.Web.Pages.Workers;

/// <summary>Key workers to choose from, each with their workload: a lead chooses among all, a team manager among their teams'.</summary>
public sealed class WorkerChoices(Rulebook rulebook, CaseloadQuery caseloads, TeamNames teams)
{
    public StaffRef? Find(string? id) => rulebook.Programme.Staff.KeyWorker(id);

    /// <summary>The teams that have key workers, without the one that has the case.</summary>
    /// <param name="worker">Of the case; null for every team.</param>
    public IReadOnlyList<string> OtherTeams(string? worker)
    {
        var all = rulebook.Programme.Staff.KeyWorkers;
        return [.. all.Select(one => one.Team).OfType<string>().Distinct(StringComparer.Ordinal).Where(team => team != Find(worker)?.Team).Order(StringComparer.CurrentCulture)];
    }

    /// <param name="except">The key worker whose cases are passed on.</param>
    /// <param name="team">Only those of this team; null for all.</param>
    public async ValueTask<IReadOnlyList<Choice>> For(Actor by, CancellationToken cancellation, string? except = null, string? team = null)
    {
        var loads = await Loads(by, cancellation);
        return
        [
            .. rulebook.Programme.Staff.KeyWorkers.Where(one => one.Id != except && (team is null || one.Team == team) && AccessPolicy.MayPassOn(by, one.Team))
                .OrderBy(one => one.Name, StringComparer.CurrentCulture)
                .Select(one => new Choice(one.Id, $"{one.Name}{(teams.Of(one.Team) is { } called ? $", {called}" : "")} ({Of(loads.GetValueOrDefault(one.Id))})")),
        ];
    }

    /// <summary>Open cases by the id of the key worker.</summary>
    public async ValueTask<IReadOnlyDictionary<string, int>> Load(Actor by, CancellationToken cancellation) => (await Loads(by, cancellation)).ToDictionary(one => one.Key, one => one.Value.OpenCases);

    private async ValueTask<IReadOnlyDictionary<string, WorkerLoad>> Loads(Actor by, CancellationToken cancellation) =>
        await caseloads.LoadOfTeams(by, cancellation) is Reply<IReadOnlyList<WorkerLoad>>.Given { Value: var loads } ? loads.ToDictionary(one => one.Id) : [];

    /// <summary>"12 open cases; carries 31 of 30, more than they can".</summary>
    private static string Of(WorkerLoad? load) => load is { Capacity: { } capacity }
        ? $"{Cases(load.OpenCases)}; carries {load.Weight} of {capacity}{(load.IsOver ? ", more than they can" : "")}"
        : Cases(load?.OpenCases ?? 0);

    internal static string Cases(int count) => count == 1 ? "1 open case" : $"{count} open cases";
}

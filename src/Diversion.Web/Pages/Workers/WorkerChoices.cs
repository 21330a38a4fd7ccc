using Diversion.Casework;
using Diversion.Casework.Queries;
using Diversion.Domain.Agreements;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Workers;

/// <summary>Key workers to choose from, each with how much they have to do already.</summary>
public sealed class WorkerChoices(Rulebook rulebook, FiguresQuery figures)
{
    public StaffRef? Find(string? id) => rulebook.Programme.Staff.KeyWorker(id);

    /// <param name="except">Whose cases are passed on.</param>
    public async ValueTask<IReadOnlyList<Choice>> For(Actor by, CancellationToken cancellation, string? except = null)
    {
        var load = await figures.Of(by, cancellation) is Reply<ProgrammeFigures>.Given { Value: var sums }
            ? sums.Workload.ToDictionary(one => one.WorkerId, one => one.OpenCases)
            : [];
        return
        [
            .. rulebook.Programme.Staff.KeyWorkers.Where(one => one.Id != except)
                .OrderBy(one => one.Name, StringComparer.CurrentCulture)
                .Select(one => new Choice(one.Id, $"{one.Name}{(one.Team is { } team ? $", {team}" : "")} ({Cases(load.GetValueOrDefault(one.Id))})")),
        ];
    }

    private static string Cases(int count) => count == 1 ? "1 open case" : $"{count} open cases";
}

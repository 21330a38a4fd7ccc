using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.MyWork;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Web.Pages.Home;

/// <summary>What a team manager sees first: what is overdue, the workloads, and every open case of their teams.</summary>
/// <param name="Work">Null on the further pages of the cases, as is <paramref name="Loads"/>.</param>
/// <param name="OfWhom">Name of the key worker whose cases are shown; null for all.</param>
public sealed record TeamHome(IReadOnlyList<string> Teams, WorkList? Work, IReadOnlyList<WorkerLoad> Loads, Page<CaseloadItem> Cases, string? OfWhom)
{
    /// <summary>What each team carries, against what it can.</summary>
    public IReadOnlyList<TeamLoad> Together { get; private init; } = [];

    public static async ValueTask<Reply<TeamHome>> Of(
        MyWorkQuery work, CaseloadQuery caseloads, Actor by, string? worker, Instant now, string? cursor, CancellationToken cancellation)
    {
        var one = string.IsNullOrEmpty(worker) ? null : worker;
        var reply = await caseloads.OfTeams(by, one, new CaseloadFilter(), cursor, cancellation);
        if (reply is not Reply<Page<CaseloadItem>>.Given { Value: var cases })
        {
            return ((Reply<Page<CaseloadItem>>.Refused)reply).Refusal;
        }

        var loads = await caseloads.LoadOfTeams(by, cancellation) is Reply<IReadOnlyList<WorkerLoad>>.Given { Value: var all } ? all : [];
        var mine = cursor is null && one is null && await work.Of(by, now, cancellation) is Reply<WorkList>.Given { Value: var items } ? items : null;
        return new TeamHome(AccessPolicy.TeamsOf(by), mine, loads, cases, loads.FirstOrDefault(load => load.Id == one)?.Name) { Together = caseloads.Together(loads) };
    }
}

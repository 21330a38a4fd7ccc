using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using NodaTime;

namespace Diversion.Casework.Caseload;

/// <summary>A case on somebody's caseload.</summary>
/// <param name="NextDue">The earliest open obligation; left out when there is none.</param>
/// <param name="Overdue">Number of overdue obligations.</param>
/// <param name="Warnings">Valid warnings; left out for partners, as is <paramref name="ChargeBy"/>.</param>
/// <param name="Conditions">For a partner: the conditions that are theirs.</param>
/// <param name="Needs">The needs that their pathways are for; left out if they have none.</param>
public sealed record CaseloadItem(
    string Agreement,
    string Name,
    AgreementStatus Status,
    string StatusWords,
    Instant? NextDue,
    string? NextRule,
    int Overdue,
    int OpenConditions,
    int? Warnings,
    LocalDate? ChargeBy,
    LocalDate? LastDay,
    string? KeyWorker,
    IReadOnlyList<string>? Conditions,
    IReadOnlyList<PathwayKind>? Needs)
{
    /// <summary>Id of the key worker; left out for partners, as are the three below.</summary>
    public string? KeyWorkerId { get; init; }

    /// <summary>Who covers for the key worker, until the end of <see cref="CoverUntil"/>; left out when nobody does.</summary>
    public string? Cover { get; init; }

    public LocalDate? CoverUntil { get; init; }

    public string? Officer { get; init; }

    /// <summary>For a provider: the next appointment that was booked from its free slots; left out when there is none.</summary>
    public Instant? Visit { get; init; }
}

/// <summary>Open cases of one worker or partner, by what is due next.</summary>
public sealed class CaseloadQuery(ITableStore store, Cursor cursors, Rulebook rulebook)
{
    private const string List = "caseload";
    private const int PageSize = 50;

    /// <summary>More than anybody has; keeps a wrong partition from filling the memory.</summary>
    private const int Most = 10_000;

    /// <param name="worker">Whose caseload: a lead may name anybody, a team manager a worker in their teams.</param>
    public ValueTask<Reply<Page<CaseloadItem>>> Of(Actor by, string? worker, string? cursor, CancellationToken cancellation = default) =>
        Of(by, worker, new CaseloadFilter(), cursor, cancellation);

    /// <param name="worker">Whose caseload: a lead may name anybody, a team manager a worker in their teams.</param>
    public async ValueTask<Reply<Page<CaseloadItem>>> Of(
        Actor by, string? worker, CaseloadFilter filter, string? cursor, CancellationToken cancellation = default)
    {
        if (AccessPolicy.CaseloadPartition(by, worker, rulebook.Programme.Staff.KeyWorker(worker)?.Team) is not { } partition)
        {
            return CaseworkRefusal.NotForRole();
        }

        if (cursors.Open(List + partition, cursor) is not Reply<string?>.Given { Value: var after })
        {
            return ((Reply<string?>.Refused)cursors.Open(List, cursor)).Refusal;
        }

        var rows = await Rows(partition, cancellation);
        if (AccessPolicy.MentoredPartition(by) is { } mentored)
        {
            rows.AddRange(await Rows(mentored, cancellation));
        }

        return PageOf(rows.Where(row => IsWanted(row, by, filter)), by, List + partition, after, overdueFirst: false);
    }

    /// <summary>Every open case of the teams that the user manages: overdue ones first, then by what is due next.</summary>
    /// <param name="worker">Only this key worker's.</param>
    public async ValueTask<Reply<Page<CaseloadItem>>> OfTeams(
        Actor by, string? worker, CaseloadFilter filter, string? cursor, CancellationToken cancellation = default)
    {
        if (AccessPolicy.TeamsOf(by) is not { Count: > 0 } teams)
        {
            return CaseworkRefusal.NotForRole();
        }

        var list = $"{List}-teams:{by.Id}";
        if (cursors.Open(list, cursor) is not Reply<string?>.Given { Value: var after })
        {
            return ((Reply<string?>.Refused)cursors.Open(list, cursor)).Refusal;
        }

        var rows = new Dictionary<string, CaseloadRow>();
        foreach (var team in teams)
        {
            foreach (var row in await Rows(Partitions.Team(team), cancellation))
            {
                rows[row.Agreement] = row;
            }
        }

        return PageOf(
            rows.Values.Where(row => IsWanted(row, by, filter) && (worker is null || row.WorkerId == worker)), by, list, after, overdueFirst: true);
    }

    /// <summary>The workload of each key worker of the teams that the user manages; for a lead of every key worker.</summary>
    public async ValueTask<Reply<IReadOnlyList<WorkerLoad>>> LoadOfTeams(Actor by, CancellationToken cancellation = default)
    {
        var (programme, mine) = (rulebook.Programme, AccessPolicy.TeamsOf(by));
        if (mine.Count == 0 && !AccessPolicy.MayPassOn(by, null))
        {
            return CaseworkRefusal.NotForRole();
        }

        var loads = programme.Staff.KeyWorkers
            .Where(one => mine.Count == 0 || (one.Team is { } team && mine.Contains(team)))
            .ToDictionary(one => one.Id, one => new WorkerLoad(one.Id, one.Name, one.Team, 0, 0, 0, programme.Capacities.TryGetValue(one.Id, out var capacity) ? capacity : null));
        foreach (var team in mine.Count > 0 ? mine : [.. loads.Values.Select(one => one.Team).OfType<string>().Distinct(StringComparer.Ordinal)])
        {
            foreach (var row in await Rows(Partitions.Team(team), cancellation))
            {
                if (row.WorkerId is { } id && row.WorkerTeam == team)
                {
                    loads[id] = (loads.GetValueOrDefault(id) ?? new WorkerLoad(id, row.Worker ?? id, team, 0, 0)).With(row);
                }
            }
        }

        foreach (var alone in loads.Values.Where(one => one.Team is null).ToArray())
        {
            loads[alone.Id] = (await Rows(Partitions.Worker(alone.Id), cancellation)).Where(row => row.WorkerId == alone.Id).Aggregate(alone, (load, row) => load.With(row));
        }

        return new Reply<IReadOnlyList<WorkerLoad>>.Given([.. loads.Values.OrderBy(one => one.Team, StringComparer.CurrentCulture).ThenBy(one => one.Name, StringComparer.CurrentCulture)]);
    }

    /// <summary>What each team of these key workers carries.</summary>
    public IReadOnlyList<TeamLoad> Together(IReadOnlyList<WorkerLoad> loads) =>
    [
        .. loads.Where(one => one.Team is not null).GroupBy(one => one.Team!, StringComparer.Ordinal)
            .Select(team => TeamLoad.Of(team.Key, [.. team], rulebook.Programme.TeamCapacities.TryGetValue(team.Key, out var own) ? own : null)),
    ];

    private async ValueTask<List<CaseloadRow>> Rows(string partition, CancellationToken cancellation) =>
        await store.Rows(Tables.Caseload, partition, cancellation: cancellation).Take(Most).Select(RowOf<CaseloadRow>.Read).ToListAsync(cancellation);

    private static bool IsWanted(CaseloadRow row, Actor by, CaseloadFilter filter) =>
        (filter.Status is not { } status || AccessPolicy.StatusFor(by, row.Status) == status)
        && (!filter.Overdue || row.Overdue > 0)
        && (!filter.Warned || row.Warnings > 0);

    private Page<CaseloadItem> PageOf(IEnumerable<CaseloadRow> rows, Actor by, string list, string? after, bool overdueFirst)
    {
        bool Waits(CaseloadRow row) => overdueFirst && row.Overdue == 0;

        // Cases with nothing due come last: a tilde sorts after every digit.
        string Key(CaseloadRow row) => $"{(Waits(row) ? 1 : 0)}|{(row.NextDue is { } due ? Sortable.Ascending(due) : "~")}|{row.Agreement}";

        var rest = rows
            .Where(row => after is null || string.CompareOrdinal(Key(row), after) > 0)
            .OrderBy(Waits).ThenBy(row => row.NextDue ?? Instant.MaxValue).ThenBy(row => row.Agreement, StringComparer.Ordinal)
            .Take(PageSize + 1)
            .ToArray();
        return new Page<CaseloadItem>(
            [.. rest.Take(PageSize).Select(row => Show(row, by))],
            rest.Length > PageSize ? cursors.Seal(list, Key(rest[PageSize - 1])) : null);
    }

    private static CaseloadItem Show(CaseloadRow row, Actor by)
    {
        var status = AccessPolicy.StatusFor(by, row.Status);
        return new CaseloadItem(
            row.Agreement,
            row.Name,
            status,
            Words.Of(status),
            row.NextDue,
            row.NextRule,
            row.Overdue,
            row.OpenConditions,
            row.Warnings,
            row.ChargeBy,
            row.LastDay,
            row.Worker,
            row.Conditions,
            row.Needs?.Select(Enum.Parse<PathwayKind>).ToArray())
        {
            KeyWorkerId = row.WorkerId,
            Cover = row.Cover,
            CoverUntil = row.CoverUntil,
            Officer = row.Officer,
            Visit = row.Visit,
        };
    }
}

using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using NodaTime;
using NodaTime.Text;

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

        var rest = (await Rows(partition, cancellation))
            .Where(row => IsWanted(row, by, filter))
            .Select(row => (Key: Key(row), Row: row))
            .Where(one => after is null || string.CompareOrdinal(one.Key, after) > 0)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Take(PageSize + 1)
            .ToArray();
        return new Page<CaseloadItem>(
            [.. rest.Take(PageSize).Select(one => Show(one.Row, by))],
            rest.Length > PageSize ? cursors.Seal(List + partition, rest[PageSize - 1].Key) : null);
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

        var rows = new Dictionary<string, TableRow>();
        foreach (var team in teams)
        {
            foreach (var row in await Rows(Partitions.Team(team), cancellation))
            {
                rows[row.Row] = row;
            }
        }

        var rest = rows.Values
            .Where(row => IsWanted(row, by, filter) && (worker is null || row.TextOrNull("workerId") == worker))
            .Select(row => (Key: (row.Number("overdue") > 0 ? "0|" : "1|") + Key(row), Row: row))
            .Where(one => after is null || string.CompareOrdinal(one.Key, after) > 0)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Take(PageSize + 1)
            .ToArray();
        return new Page<CaseloadItem>(
            [.. rest.Take(PageSize).Select(one => Show(one.Row, by))],
            rest.Length > PageSize ? cursors.Seal(list, rest[PageSize - 1].Key) : null);
    }

    /// <summary>How many open cases each key worker of the teams has, and how many of them have something overdue.</summary>
    public async ValueTask<Reply<IReadOnlyList<WorkerLoad>>> LoadOfTeams(Actor by, CancellationToken cancellation = default)
    {
        var loads = rulebook.Programme.Staff.KeyWorkers
            .Where(one => one.Team is { } team && AccessPolicy.TeamsOf(by).Contains(team))
            .ToDictionary(one => one.Id, one => new WorkerLoad(one.Id, one.Name, one.Team, 0, 0));
        foreach (var team in AccessPolicy.TeamsOf(by))
        {
            foreach (var row in await Rows(Partitions.Team(team), cancellation))
            {
                if (row.TextOrNull("workerId") is { } id && row.TextOrNull("workerTeam") == team)
                {
                    var load = loads.GetValueOrDefault(id) ?? new WorkerLoad(id, row.Text("worker"), team, 0, 0);
                    loads[id] = load with { OpenCases = load.OpenCases + 1, Overdue = load.Overdue + (row.Number("overdue") > 0 ? 1 : 0) };
                }
            }
        }

        return AccessPolicy.TeamsOf(by).Count == 0
            ? CaseworkRefusal.NotForRole()
            : new Reply<IReadOnlyList<WorkerLoad>>.Given([.. loads.Values.OrderBy(one => one.Team, StringComparer.CurrentCulture).ThenBy(one => one.Name, StringComparer.CurrentCulture)]);
    }

    private async ValueTask<List<TableRow>> Rows(string partition, CancellationToken cancellation)
    {
        var rows = new List<TableRow>();
        string? continuation = null;
        do
        {
            var page = await store.Query(new TableQuery(Tables.Caseload, partition, Limit: 1000, Continuation: continuation), cancellation);
            rows.AddRange(page.Rows);
            continuation = page.Continuation;
        }
        while (continuation is not null && rows.Count < Most);
        return rows;
    }

    private static bool IsWanted(TableRow row, Actor by, CaseloadFilter filter) =>
        (filter.Status is not { } status || StatusOf(row, by) == status)
        && (!filter.Overdue || row.Number("overdue") > 0)
        && (!filter.Warned || (row.Properties.TryGetValue("warnings", out var warnings) && (long)warnings > 0));

    /// <summary>Cases with nothing due come last: a tilde sorts after every digit.</summary>
    private static string Key(TableRow row) => $"{row.TextOrNull("nextDue") ?? "~"}|{row.Row}";

    private static AgreementStatus StatusOf(TableRow row, Actor by) => AccessPolicy.StatusFor(by, Enum.Parse<AgreementStatus>(row.Text("status")));

    private static CaseloadItem Show(TableRow row, Actor by)
    {
        var status = StatusOf(row, by);
        return new CaseloadItem(
            row.Text("agreement"),
            row.Text("name"),
            status,
            Words.Of(status),
            row.TextOrNull("nextDue") is { } due ? Sortable.Parse(due) : null,
            row.TextOrNull("nextRule"),
            (int)row.Number("overdue"),
            (int)row.Number("openConditions"),
            row.Properties.TryGetValue("warnings", out var warnings) ? (int)(long)warnings : null,
            Day(row.TextOrNull("chargeBy")),
            Day(row.TextOrNull("lastDay")),
            row.TextOrNull("worker"),
            row.TextOrNull("conditions")?.Split(' '),
            row.TextOrNull("needs")?.Split(' ').Select(Enum.Parse<PathwayKind>).ToArray())
        {
            KeyWorkerId = row.TextOrNull("workerId"),
            Cover = row.TextOrNull("cover"),
            CoverUntil = Day(row.TextOrNull("coverUntil")),
            Officer = row.TextOrNull("officer"),
        };
    }

    internal static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;
}

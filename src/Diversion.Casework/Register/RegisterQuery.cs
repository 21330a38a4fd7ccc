using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Register;

/// <summary>
/// Every case that the viewer may find, newest referral first. Reads the narrowest possible partition and only a bounded
/// number of rows: a rare filter gives short pages with a cursor, never a slow page.
/// </summary>
public sealed class RegisterQuery(ITableStore store, Cursor cursors, Pseudonyms pseudonyms)
{
    public const int MostItems = 100;
    private const string List = "register";
    private const int MostScanned = 2_000;
    private const int Batch = 500;

    /// <param name="limit">1 to 100.</param>
    public async ValueTask<Reply<Page<RegisterItem>>> Of(
        Actor by, RegisterFilter filter, int limit, string? cursor, CancellationToken cancellation = default) =>
        await Of(by, filter, limit, cursor, reasonGiven: false, cancellation);

    /// <param name="reasonGiven">The reader gave a reason, and it is logged: then nothing in the row is hidden.</param>
    internal async ValueTask<Reply<Page<RegisterItem>>> Of(
        Actor by, RegisterFilter filter, int limit, string? cursor, bool reasonGiven, CancellationToken cancellation)
    {
        if (AccessPolicy.Register(by) is not { } visible)
        {
            return CaseworkRefusal.NotForRole();
        }

        bool Hides(RegisterRow row) => visible.HidesOthers && !reasonGiven && !AccessPolicy.FindsWithoutReason(
            by, row.Officer, row.Team, row.Worker, row.WorkerTeam, null);

        // Filtering by worker or team would tell an analyst what the rows hide.
        if (visible.Pseudonymised && (filter.Worker ?? filter.Team) is not null)
        {
            return CaseworkRefusal.NotForRole();
        }

        var partition = Narrowest(filter, visible);

        // A filter by what a row hides would reveal it.
        bool IsWanted(RegisterRow row) =>
            IsFor(row, visible) && Is(row, filter) && ((filter.OffenceGroup is null && filter.RiskBand is null) || !Hides(row));

        var opened = cursors.Open(List + partition, cursor);
        if (opened is not Reply<string?>.Given { Value: var after })
        {
            return ((Reply<string?>.Refused)opened).Refusal;
        }

        limit = Math.Clamp(limit, 1, MostItems);
        var found = new List<RegisterItem>(limit);
        var before = filter.From is { } first ? Sortable.Descending(WorkingCalendar.At(first, LocalTime.Midnight)) + "}" : null;
        var from = after is not null ? After(after) : filter.To is { } last ? Sortable.Descending(WorkingCalendar.EndOf(last) - Duration.Epsilon) : null;
        for (int scanned = 0, size = limit; scanned < MostScanned; size = Math.Min(2 * size, Batch))
        {
            var page = await store.Query(new TableQuery(Tables.Register, partition, from, before, size), cancellation);
            foreach (var stored in page.Rows)
            {
                scanned++;
                var row = RowOf<RegisterRow>.Read(stored);
                if (!IsWanted(row))
                {
                    continue;
                }

                found.Add(Show(row, visible.Pseudonymised, Hides(row)));
                if (found.Count == limit)
                {
                    return More(stored.Row != page.Rows[^1].Row || page.Continuation is not null ? stored.Row : null);
                }
            }

            if (page.Continuation is null)
            {
                return More(null);
            }

            after = page.Rows[^1].Row;
            from = After(after);
        }

        return More(after);

        Page<RegisterItem> More(string? position) => new(found, position is null ? null : cursors.Seal(List + partition, position));
    }

    /// <summary>Keys all have the same length, so nothing sorts between a key and itself with a space.</summary>
    private static string After(string key) => key + " ";

    private static string Narrowest(RegisterFilter filter, AccessPolicy.RegisterVisibility visible) =>
        (visible.Worker ?? filter.Worker) is { } worker ? Partitions.Worker(worker)
        : visible.Officer is { } officer ? Partitions.Officer(officer)
        : filter.Status is { } status ? Partitions.Status(status)
        : (visible.Team ?? (visible.Teams is [var only] ? only : filter.Team)) is { } team ? Partitions.Team(team)
        : Partitions.Everything;

    /// <summary>Both the visibility and the filter apply: asking for more than one may see finds nothing.</summary>
    private static bool IsFor(RegisterRow row, AccessPolicy.RegisterVisibility visible) =>
        (visible.Team is null || row.Team == visible.Team)
        && (visible.Teams is not { } teams || (row.Team is { } team && teams.Contains(team)) || (row.WorkerTeam is { } workers && teams.Contains(workers)))
        && (visible.Officer is null || row.Officer == visible.Officer)
        && (visible.Worker is null || row.Worker == visible.Worker);

    private static bool Is(RegisterRow row, RegisterFilter filter) =>
        (filter.Status is null || row.Status == filter.Status)
        && (filter.Team is null || row.Team == filter.Team)
        && (filter.Worker is null || row.Worker == filter.Worker)
        && (filter.OffenceGroup is null || row.OffenceGroup == filter.OffenceGroup)
        && (filter.RiskBand is null || row.RiskBand == filter.RiskBand)
        && (!filter.WaitsForOutcome || row.WaitsForOutcome == RegisterRow.Waits)
        && (filter.Scheme is not { } scheme || row.Scheme == scheme || row.Scheme.StartsWith(scheme + "/", StringComparison.Ordinal));

    private RegisterItem Show(RegisterRow row, bool pseudonymised, bool hidden)
    {
        var item = new RegisterItem(
            row.Agreement,
            row.Name,
            row.Status,
            Words.Of(row.Status),
            row.Scheme,
            hidden ? null : row.OffenceGroup,
            hidden ? null : row.RiskBand,
            WorkingCalendar.DateOf(row.ReferredAt),
            row.Team,
            row.Officer,
            row.Worker,
            row.WorkerName,
            row.ChargeBy,
            row.LastDay,
            row.EndedAt is { } ended ? WorkingCalendar.DateOf(ended) : null);
        return pseudonymised
            ? item with { Agreement = pseudonyms.Of(item.Agreement), Name = null, Officer = null, Worker = null, WorkerName = null, Team = null }
            : item;
    }
}

using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
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

        bool Hides(TableRow row) => visible.HidesOthers && !reasonGiven && !AccessPolicy.FindsWithoutReason(
            by, row.Text("officer"), row.TextOrNull("team"), row.TextOrNull("worker"), row.TextOrNull("workerTeam"), null);

        // Filtering by worker or team would tell an analyst what the rows hide.
        if (visible.Pseudonymised && (filter.Worker ?? filter.Team) is not null)
        {
            return CaseworkRefusal.NotForRole();
        }

        var partition = Narrowest(filter, visible);
        var checks = Checks(filter, visible);
        if (filter.OffenceGroup is not null || filter.RiskBand is not null)
        {
            // A filter would reveal what the row hides.
            checks.Add(row => !Hides(row));
        }

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
            foreach (var row in page.Rows)
            {
                scanned++;
                if (!checks.TrueForAll(check => check(row)))
                {
                    continue;
                }

                found.Add(Show(row, visible.Pseudonymised, Hides(row)));
                if (found.Count == limit)
                {
                    return More(row.Row != page.Rows[^1].Row || page.Continuation is not null ? row.Row : null);
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

    /// <summary>Both the filter and the visibility apply: asking for more than one may see finds nothing.</summary>
    private static List<Func<TableRow, bool>> Checks(RegisterFilter filter, AccessPolicy.RegisterVisibility visible)
    {
        var checks = new List<Func<TableRow, bool>>();
        Ask(visible.Team, "team");
        if (visible.Teams is { } teams)
        {
            checks.Add(row => Is(row, "team") || Is(row, "workerTeam"));
            bool Is(TableRow row, string property) => row.TextOrNull(property) is { } team && teams.Contains(team);
        }

        Ask(visible.Officer, "officer");
        Ask(visible.Worker, "worker");
        Ask(filter.Status?.ToString(), "status");
        Ask(filter.Team, "team");
        Ask(filter.Worker, "worker");
        Ask(filter.OffenceGroup, "offenceGroup");
        Ask(filter.RiskBand?.ToString(), "riskBand");
        Ask(filter.WaitsForOutcome ? "yes" : null, "waitsForOutcome");
        if (filter.Scheme is { } scheme)
        {
            checks.Add(row => row.Text("scheme") is var held && (held == scheme || held.StartsWith(scheme + "/", StringComparison.Ordinal)));
        }

        return checks;

        void Ask(string? wanted, string property)
        {
            if (wanted is not null)
            {
                checks.Add(row => row.TextOrNull(property) == wanted);
            }
        }
    }

    private RegisterItem Show(TableRow row, bool pseudonymised, bool hidden)
    {
        var status = Enum.Parse<AgreementStatus>(row.Text("status"));
        var item = new RegisterItem(
            row.Text("agreement"),
            row.Text("name"),
            status,
            Words.Of(status),
            row.Text("scheme"),
            hidden ? null : row.Text("offenceGroup"),
            !hidden && row.TextOrNull("riskBand") is { } band ? Enum.Parse<RiskBand>(band) : null,
            WorkingCalendar.DateOf(Sortable.Parse(row.Text("referredAt"))),
            row.TextOrNull("team"),
            row.TextOrNull("officer"),
            row.TextOrNull("worker"),
            row.TextOrNull("workerName"),
            CaseloadQuery.Day(row.TextOrNull("chargeBy")),
            CaseloadQuery.Day(row.TextOrNull("lastDay")),
            row.TextOrNull("endedAt") is { } ended ? WorkingCalendar.DateOf(Sortable.Parse(ended)) : null);
        return pseudonymised
            ? item with { Agreement = pseudonyms.Of(item.Agreement), Name = null, Officer = null, Worker = null, WorkerName = null, Team = null }
            : item;
    }
}

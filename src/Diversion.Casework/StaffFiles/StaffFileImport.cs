using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Csv;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using NodaTime;

namespace Diversion.Casework.StaffFiles;

/// <summary>
/// Imports a file of staff. Somebody of a known id is changed where the row says so, anybody else is added. Nobody leaves by
/// an import: whom the file leaves out stays. Rows that can be taken are kept, the others are reported.
/// </summary>
public sealed class StaffFileImport(StaffService staff)
{
    /// <summary>Stored with every event that an import records.</summary>
    public const string Reason = "Imported from a file of staff.";

    /// <param name="dryRun">Read and decide everything; keep nothing.</param>
    /// <exception cref="StorageUnavailableException">The store failed; rows that were taken stay.</exception>
    public async Task<Reply<StaffFileReport>> Run(string csv, Actor by, Instant now, bool dryRun, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeStaff(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        return StaffFile.Read(csv) switch
        {
            Reply<StaffFile>.Given { Value: var file } => await Run(file, by, now, dryRun, null, cancellation),
            Reply<StaffFile>.Refused { Refusal: var refusal } => refusal,
            _ => throw new InvalidOperationException("A reply is given or refused."),
        };
    }

    /// <param name="by">Somebody who may change the staff.</param>
    /// <param name="rowDone">Called after every row.</param>
    public async Task<StaffFileReport> Run(
        StaffFile file, Actor by, Instant now, bool dryRun, Action? rowDone = null, CancellationToken cancellation = default)
    {
        var first = await staff.Find(StaffId.Programme, cancellation) ?? throw new StorageUnavailableException("The programme has no staff directory yet. Start the server once: it makes one from programme.json.");
        var state = first;
        var (added, changed, rejected, present) = (new List<StaffFileChange>(), new List<StaffFileChange>(), new List<RejectedStaff>(), 0);
        foreach (var row in file.Rows)
        {
            var before = state.Person(row.Id);
            var (after, faults) = row.Faults.Count > 0 ? (null, row.Faults) : await Take(row, state, by, now, dryRun, cancellation);
            if (after is null)
            {
                rejected.Add(new RejectedStaff(row.Line, row.Cells, faults));
            }
            else if (after.Version == state.Version)
            {
                present++;
            }
            else
            {
                (before is null ? added : changed).Add(new StaffFileChange(row.Line, after.Person(row.Id)!.Id, after.Person(row.Id)!.Name, StaffFileCommands.Words(row, before, state, after)));
                state = after;
            }

            rowDone?.Invoke();
        }

        var named = file.Rows.Select(row => first.Person(row.Id)?.Id).ToHashSet(StringComparer.Ordinal);
        return new StaffFileReport(
            dryRun,
            file.Rows.Count,
            added,
            changed,
            present,
            rejected,
            [.. first.People.Where(person => !person.HasLeft && !named.Contains(person.Id)).Select(person => person.Name).Order(StringComparer.CurrentCulture)],
            [.. file.Unknown])
        {
            Teams = [.. state.Teams.Where(team => first.Team(team.Id) is null).Select(team => team.Name)],
            Organisations = [.. state.Organisations.Where(one => first.Organisation(one.Name) is null).Select(one => one.Name)],
        };
    }

    /// <summary>All that a row says in one transaction: it is taken whole or not at all.</summary>
    private async Task<(StaffState? State, IReadOnlyList<RowFault> Faults)> Take(
        StaffFileRow row, StaffState state, Actor by, Instant now, bool dryRun, CancellationToken cancellation)
    {
        var (asked, fault) = StaffFileCommands.Of(row, state);
        if (fault is not null)
        {
            return (null, [fault]);
        }

        StaffCommand[] commands = [.. asked.Select(command => command with { By = by, At = now, Reason = Reason })];
        return (dryRun ? await staff.Preview(state, commands, cancellation) : await staff.Execute(StaffId.Programme, commands, null, cancellation)) switch
        {
            Outcome<StaffState>.Accepted { State: var after } => (after, []),
            Outcome<StaffState>.Unchanged { State: var same } => (same, []),
            Outcome<StaffState>.Refused { Refusal: var refusal } => (null, [new RowFault(row.Line, null, refusal.Message)]),
            var other => throw new InvalidOperationException($"No answer for {other.GetType().Name}."),
        };
    }
}

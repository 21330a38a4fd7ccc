using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Csv;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Reoffences;

/// <summary>
/// Imports what the police's records say of the people who are followed up. A person's reoffence is recorded on each of
/// their agreements that it comes after the start of. Importing the same file again changes nothing.
/// </summary>
public sealed class ReoffenceImport(ITableStore store, CaseworkService casework, Pseudonyms pseudonyms)
{
    /// <summary>Stored with every event that an import records.</summary>
    public const string Reason = "Imported from the force's file of reoffences.";

    /// <summary>People at once: their commands share commits.</summary>
    private const int AtOnce = 32;

    /// <param name="dryRun">Everything is read, matched and decided; nothing is kept.</param>
    /// <exception cref="StorageUnavailableException">The store failed; rows that were taken stay.</exception>
    public async Task<Reply<ReoffenceReport>> Run(string csv, Actor by, Instant now, bool dryRun, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayImportReoffences(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var read = ReoffenceFile.Read(csv, WorkingCalendar.DateOf(now), casework.Rulebook.Schemes.Vocabulary);
        return read is Reply<ReoffenceFile>.Given { Value: var file }
            ? new Reply<ReoffenceReport>.Given(await Run(file, by, now, dryRun, null, cancellation))
            : ((Reply<ReoffenceFile>.Refused)read).Refusal;
    }

    /// <param name="by">Somebody who may import.</param>
    /// <param name="rowDone">Called after every row.</param>
    public async Task<ReoffenceReport> Run(ReoffenceFile file, Actor by, Instant now, bool dryRun, Action? rowDone = null, CancellationToken cancellation = default)
    {
        var tally = new Tally();
        var people = new FollowedUpPeople(store, casework, pseudonyms);
        foreach (var row in file.Rows.Where(row => row.Person is null))
        {
            tally.Reject(row, RejectedBecause.Faulty, row.Faults);
            rowDone?.Invoke();
        }

        // A pseudonym needs a scan of the register, which is made once and before the people are looked up side by side.
        var known = new List<(IReadOnlyList<AgreementState> Agreements, List<ReoffenceRow> Rows)>();
        foreach (var group in file.Rows.Where(row => row.Person is not null).GroupBy(row => row.Person!))
        {
            var (agreements, why, column, reason) = await people.Of(group.Key, cancellation);
            if (why is { } because)
            {
                foreach (var row in group)
                {
                    tally.Reject(row, row.Faults.Count > 0 ? RejectedBecause.Faulty : because, [.. row.Faults, new RowFault(row.Line, column, reason!)]);
                    rowDone?.Invoke();
                }
            }
            else
            {
                known.Add((agreements, [.. group]));
            }
        }

        // Rows of one person may give different numbers; they are taken together, in the order of the file.
        var persons = known.GroupBy(one => one.Agreements[0].Id.Value).Select(same => (same.First().Agreements, Rows: same.SelectMany(one => one.Rows).OrderBy(row => row.Line).ToList()));
        await Parallel.ForEachAsync(persons, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (person, stop) =>
            await new PersonImport(casework, by, now, dryRun, tally, rowDone).Take(person.Agreements, person.Rows, stop));
        return tally.Report(dryRun, file.Rows.Count);
    }
}

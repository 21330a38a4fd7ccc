using Diversion.Casework.Csv;
using System.Collections.Concurrent;
using Diversion.Casework;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.OffenceCodes;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Local.Import;

/// <summary>
/// Imports the rows of a file into casework. Importing the same file again adds nothing, and finishes what a crash left
/// half-done.
/// </summary>
/// <param name="table">The force's table of offence codes; null while none was imported.</param>
public sealed class ReferralImport(CaseworkService casework, IClock clock, OffenceTable? table = null)
{
    /// <summary>Stored with every event that an import records, to distinguish it from what people recorded.</summary>
    public const string Reason = "Imported from the custody system's export.";

    /// <summary>An import doesn't stop at a possible duplicate: it reports it, and a sergeant is asked at the approval.</summary>
    private const string DuplicateReason = "Imported from the custody system's export. Nobody has compared the cases yet.";

    /// <summary>Commands in flight: they share commits.</summary>
    private const int AtOnce = 64;

    /// <param name="rowDone">Called after every row.</param>
    /// <exception cref="ImportStoppedException">The store failed, or the import was cancelled.</exception>
    public async Task<ImportReport> Run(ReferralFile file, Action? rowDone = null, CancellationToken cancellation = default)
    {
        var today = WorkingCalendar.DateOf(clock.GetCurrentInstant());
        var rejected = new ConcurrentBag<FileRow.Faulty>();
        var repeated = new ConcurrentBag<FileRow.Repeated>();
        var duplicates = new ConcurrentBag<ImportedDuplicate>();
        var added = 0;
        var present = 0;
        try
        {
            await Parallel.ForEachAsync(
                file.Rows(today, casework.Rulebook.Schemes.Vocabulary, table),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (row, stop) =>
                {
                    switch (row)
                    {
                        case FileRow.Faulty faulty:
                            rejected.Add(faulty);
                            break;
                        case FileRow.Repeated again:
                            repeated.Add(again);
                            break;
                        case FileRow.Referral referral:
                            var (isNew, fault) = await Take(referral, duplicates, stop);
                            if (isNew)
                            {
                                Interlocked.Increment(ref added);
                            }
                            else if (fault is null)
                            {
                                Interlocked.Increment(ref present);
                            }

                            if (fault is not null)
                            {
                                rejected.Add(new FileRow.Faulty(referral.Line, referral.Cells, [fault]));
                            }

                            break;
                    }

                    rowDone?.Invoke();
                });
        }
        catch (Exception stopped) when (stopped is StorageUnavailableException or OperationCanceledException)
        {
            throw new ImportStoppedException(Report(), stopped);
        }

        return Report();

        ImportReport Report() => new(added, present, [.. repeated.OrderBy(row => row.Line)], [.. rejected.OrderBy(row => row.Line)])
        {
            PossibleDuplicates = [.. duplicates.OrderBy(row => row.Line)],
        };
    }

    private async ValueTask<(bool IsNew, RowFault? Fault)> Take(
        FileRow.Referral row, ConcurrentBag<ImportedDuplicate> duplicates, CancellationToken cancellation)
    {
        var id = AgreementIds.FromCustodyReference(row.Reference);
        var by = new Actor(row.Officer.Id, row.Officer.Name, Role.PoliceOfficer, row.Officer.Team);
        var refer = new ReferralCommand.Refer(id, row.Person, row.Offence, row.Officer, row.Reference) { DuplicateReason = DuplicateReason };
        var outcome = await casework.Execute(id, Signed(refer, by), null, cancellation);
        switch (outcome)
        {
            case Outcome.Refused { Refusal.Code: RefusalCode.AgreementExists }:
                var (ours, difference) = await Compare(id, row, cancellation);
                return (false, difference ?? (ours ? await Follow(id, row, by, cancellation) : null));
            case Outcome.Refused { Refusal: var refusal }:
                return (false, new RowFault(row.Line, ColumnOf(refusal), refusal.Message));
            case Outcome.Accepted { State.Referral.SeenDuplicates: { IsEmpty: false } seen }:
                duplicates.Add(new ImportedDuplicate(row.Line, id, [.. seen.Select(one => one.Case)]));
                return (true, await Follow(id, row, by, cancellation));
            default:
                return (true, await Follow(id, row, by, cancellation));
        }
    }

    /// <summary>A referral that was corrected here since is still the one in the file.</summary>
    private async ValueTask<(bool Ours, RowFault? Difference)> Compare(AgreementId id, FileRow.Referral row, CancellationToken cancellation)
    {
        await foreach (var first in casework.Events(id, cancellation))
        {
            if (first.Event is not ReferralEvent.Referred referred)
            {
                break;
            }

            var differences = ReferralDifferences.Between(row, referred.Person, referred.Offence, referred.Officer.Id);
            if (differences.Count > 0 && await casework.Find(id, cancellation) is { } now)
            {
                var since = ReferralDifferences.Between(row, now.Referral.Person, now.Referral.Offence, now.Referral.Officer.Id);
                differences = since.Count == 0 ? since : differences;
            }

            return differences.Count == 0
                ? (first.Reason == Reason, null)
                : (false, new RowFault(
                    row.Line,
                    ReferralColumns.Reference,
                    $"{row.Reference} is already there as {id} ({InstantPattern.General.Format(first.At)[..10]}) with another {string.Join(", ", differences)}; nothing was changed. Correct the referral there, or the row"));
        }

        return (false, null);
    }

    /// <summary>Each has its own idempotency key: what was recorded before is not recorded again.</summary>
    private async ValueTask<RowFault?> Follow(AgreementId id, FileRow.Referral row, Actor by, CancellationToken cancellation)
    {
        (AgreementCommand? Command, string Key, string Column)[] following =
        [
            .. row.Further.Select(one => ((AgreementCommand?)new ReferralCommand.AddOffence(one.Offence), $"import-offence-{one.Number}", ReferralColumns.Further(ReferralColumns.Offence, one.Number))),
            (row.Facts is { } facts ? new ReferralCommand.RecordFacts(facts) : null, "import-facts", ReferralColumns.Admission),
            (row.Risk, "import-risk", ReferralColumns.RiskBand),
            (row.Victim, "import-victim", ReferralColumns.Victim),
        ];
        foreach (var (command, key, column) in following)
        {
            if (command is not null
                && await casework.Execute(id, Signed(command, by), new ExecuteOptions(IdempotencyKey: key), cancellation) is Outcome.Refused { Refusal: var refusal })
            {
                return refusal.Code == CaseworkRefusal.IdempotencyKeyReused
                    ? new RowFault(row.Line, column, $"{row.Reference} is already there as {id} with other answers here; nothing was changed. Record the new answer on the case")
                    : new RowFault(row.Line, column, $"{id} was referred, but this was not recorded: {refusal.Message}");
            }
        }

        return null;
    }

    private AgreementCommand Signed(AgreementCommand command, Actor by) =>
        command with { By = by, At = clock.GetCurrentInstant(), Reason = Reason };

    private static string? ColumnOf(Refusal refusal) => refusal.Code switch
    {
        RefusalCode.DateInFuture or RefusalCode.DateTooOld => ReferralColumns.OffenceDate,
        RefusalCode.PersonTooYoung => ReferralColumns.BornOn,
        _ => null,
    };
}

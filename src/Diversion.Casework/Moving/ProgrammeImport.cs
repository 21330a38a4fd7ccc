using System.Text;
using System.Text.Json;
using Diversion.Casework.Keeping;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Storage;
using NodaTime;

namespace Diversion.Casework.Moving;

/// <summary>
/// Imports what <see cref="ProgrammeExport"/> wrote into an empty place. The file is read twice: the first time everything
/// is checked and nothing written. When the second time breaks off, the place stands still, and the same import goes on.
/// </summary>
/// <param name="open">The tar from its beginning, each time it is called.</param>
public sealed class ProgrammeImport(Func<CancellationToken, Task<Stream>> open)
{
    private const int AtOnce = 16;

    /// <exception cref="MoveException">The file is damaged, no export, or of a newer program.</exception>
    public async Task<ArrivingProgramme> Check(CancellationToken cancellation = default)
    {
        string? json = null;
        byte[] pseudonyms = [];
        IReadOnlyList<SealedSecret> secrets = [];
        var destroyed = "";
        var manifest = await MoveArchive.Read(
            open,
            (part, content) =>
            {
                switch (part.Name)
                {
                    case Programmes.ProgrammeJson.FileName:
                        json = Encoding.UTF8.GetString(content.Span);
                        break;
                    case ProgrammeExport.PseudonymKey:
                        pseudonyms = content.ToArray();
                        break;
                    case ProgrammeExport.Secrets:
                        secrets = JsonSerializer.Deserialize<List<SealedSecret>>(content.Span) ?? [];
                        break;
                    case ProgrammeExport.Destroyed:
                        destroyed = Encoding.UTF8.GetString(content.Span);
                        RequireReadable(destroyed);
                        break;
                    default:
                        // Read for what it says of faults; written the second time.
                        _ = MoveArchive.TableOf(part) is { } table ? MovedRows.Read(table, content) : null;
                        break;
                }

                return Task.CompletedTask;
            },
            cancellation);
        return new ArrivingProgramme(manifest, json!, pseudonyms) { Secrets = secrets, Destroyed = destroyed };
    }

    /// <param name="arriving">What <see cref="Check"/> found.</param>
    /// <param name="now">The machine's time.</param>
    /// <param name="claimed">Called when the place is known to be free and no host works there: for what a host keeps beside the store.</param>
    /// <returns>What the check of the imported programme found: the digest is that of the export.</returns>
    /// <exception cref="MoveException">The place is not empty, or what was imported is not what was exported.</exception>
    public async Task<VerificationReport> Into(
        ProgrammePlace place, ArrivingProgramme arriving, Instant now, Action? claimed = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        await Claim(place, arriving.Manifest.Move, now, cancellation);
        claimed?.Invoke();
        var known = (await place.Destroyed.All(cancellation)).ToHashSet();
        foreach (var entry in DestructionText.Read(arriving.Destroyed, ProgrammeExport.Destroyed).Where(entry => !known.Contains(entry)))
        {
            await place.Destroyed.Add(entry, cancellation);
        }

        foreach (var secret in arriving.Secrets)
        {
            await place.Keys.Adopt(secret.Wrapped, secret.Secret, cancellation);
        }

        var checkedParts = arriving.Manifest.Parts.ToDictionary(part => part.Name, StringComparer.Ordinal);
        await MoveArchive.Read(
            open,
            (part, content) => checkedParts.GetValueOrDefault(part.Name) == part
                ? Write(place, part, content, cancellation)
                : throw new InvalidDataException("it was changed since it was checked"),
            cancellation);

        await Rebuilding.Run(place.Store, progress, cancellation);
        var report = await Verification.Run(place.Store, progress, place.Papers, cancellation);
        if (report.Fault is not null || report.Digest != arriving.Manifest.Digest || report.Papers != arriving.Manifest.Papers)
        {
            throw new MoveException(
                $"What was imported is not what was exported: {report.Fault ?? "its digest is another."} No host works on it. Empty this place and import another copy of the export.");
        }

        await Standstill.End(place.Store, cancellation);
        return report;
    }

    /// <summary>From now on no host works here until the import is complete.</summary>
    private static async Task Claim(ProgrammePlace place, string move, Instant now, CancellationToken cancellation)
    {
        var standstill = await Standstill.Of(place.Store, cancellation);
        if (standstill is { Cause: StandstillCause.Importing } begun && begun.Move == move)
        {
            return;
        }

        if (standstill is not null)
        {
            throw new MoveException($"{standstill.Words} Nothing was imported.");
        }

        var found = await MovedRows.FirstIn(place.Store, cancellation) is { } table ? $"rows in the table {table}"
            : await place.Documents.All(cancellation).AnyAsync(cancellation) ? "papers"
            : (await place.Destroyed.All(cancellation)).Count > 0 ? "a destruction log"
            : null;
        if (found is not null)
        {
            throw new MoveException($"There is a programme here already ({found}). Import into a new, empty place, so that none is overwritten. Nothing was imported.");
        }

        await new Standstill(StandstillCause.Importing, now, move).Begin(place.Store, cancellation);
    }

    private static void RequireReadable(string destructionLog)
    {
        try
        {
            DestructionText.Read(destructionLog, ProgrammeExport.Destroyed);
        }
        catch (StorageUnavailableException fault)
        {
            throw new InvalidDataException("its destruction log cannot be read", fault);
        }
    }

    private static async Task Write(ProgrammePlace place, MovedPart part, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (MoveArchive.PaperOf(part) is { } paper)
        {
            using var plain = new MemoryStream(content.ToArray());
            await place.Papers.Put(paper, plain, cancellation);
        }
        else if (MoveArchive.TableOf(part) is { } table)
        {
            await Parallel.ForEachAsync(
                MovedRows.Read(table, content),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (transaction, stop) => await place.Store.Commit(transaction, [], stop));
        }
    }
}

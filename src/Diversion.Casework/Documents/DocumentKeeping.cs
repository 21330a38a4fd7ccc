using Diversion.Casework.Answers;
using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Actions;
using Diversion.Casework.Documents.Formats;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Casework.Documents;

/// <summary>
/// Adds papers and removes them. The bytes are written before the event, so no event names a paper that is not there;
/// bytes without an event are of nobody's case, and <see cref="OrphanDocuments"/> deletes them.
/// </summary>
public sealed partial class DocumentKeeping(Records records, CommandDryRun dryRun, DocumentVault vault, DocumentScan scan, ILogger<DocumentKeeping> log)
{
    /// <param name="file">Can be read again.</param>
    /// <param name="key">Idempotency key: the same file sent again under it is the same paper. Null takes a new one.</param>
    /// <exception cref="StorageUnavailableException">Nothing was kept, or it is not known; sending it again under the same key is safe.</exception>
    public async ValueTask<Outcome> Keep(
        AgreementId id, NewDocument paper, Stream file, Actor by, Instant at, string? key = null, CancellationToken cancellation = default)
    {
        if (Measured(file) is { } measured)
        {
            return new Outcome.Refused(measured);
        }

        var (format, unfit) = FormatReading.Of(file);
        if (unfit is not null)
        {
            return new Outcome.Refused(unfit);
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        var place = new DocumentKey(id.Value, IdOf(by, key, hash));
        var command = new DocumentCommand.KeepDocument(place.Document, paper.Kind, format, (int)file.Length, hash, paper.Title, paper.Condition, paper.Item) { By = by, At = at };

        // Asked before anything is stored: whoever may not add it makes no work for scanner and store.
        if (await dryRun.Of(id, command, cancellation) is { } refused)
        {
            return new Outcome.Refused(refused);
        }

        if (await scan.Of(file, cancellation) is { } found)
        {
            return new Outcome.Refused(found);
        }

        var options = new ExecuteOptions(null, key);
        if (await IsKept(id, place.Document, cancellation))
        {
            return await records.Execute(id, command, options, cancellation);
        }

        file.Position = 0;
        await vault.Put(place, file, cancellation);
        var outcome = await records.Execute(id, command, options, cancellation);
        if (!await IsKept(id, place.Document, cancellation))
        {
            await Delete(place, cancellation);
        }

        return outcome;
    }

    /// <summary>The event first: what it says is true even if the bytes can only be deleted later.</summary>
    public async ValueTask<Outcome> Remove(
        AgreementId id, string document, string? reason, Actor by, Instant at, ExecuteOptions? options = null, CancellationToken cancellation = default)
    {
        var outcome = await records.Execute(
            id, new DocumentCommand.RemoveDocument(document) { By = by, At = at, Reason = reason }, options, cancellation);
        if (outcome is Outcome.Accepted or Outcome.Unchanged)
        {
            await Delete(new DocumentKey(id.Value, document), cancellation);
        }

        return outcome;
    }

    private static Refusal.Invalid? Measured(Stream file) => file.Length switch
    {
        0 => new(RefusalCode.DocumentEmpty, "The file is empty. Choose the file again.") { Field = "file" },
        > Document.LargestSize => new(RefusalCode.DocumentTooLarge, "The file is larger than 20 MB. Make it smaller, or add it as several files.") { Field = "file" },
        _ => null,
    };

    private async ValueTask<bool> IsKept(AgreementId id, string document, CancellationToken cancellation) =>
        await records.Find(id, cancellation) is { } state && state.Documents.Any(one => one.Id == document && !one.Removed);

    private async ValueTask Delete(DocumentKey place, CancellationToken cancellation)
    {
        try
        {
            await vault.Delete(place, cancellation);
        }
        catch (StorageUnavailableException fault)
        {
            LogNotDeleted(place.Agreement, fault.Message);
        }
    }

    /// <summary>One file sent twice under one key is one paper; another file under the same key is another, and is refused.</summary>
    private static string IdOf(Actor by, string? key, string hash) => Convert.ToHexStringLower(key is null
        ? RandomNumberGenerator.GetBytes(16)
        : SHA256.HashData(Encoding.UTF8.GetBytes($"{by.Id}\n{key}\n{hash}")).AsSpan(0, 16));

    [LoggerMessage(EventId = 4302, Level = LogLevel.Warning, Message = "The bytes of a paper of {Agreement} could not be deleted now: {Advice} The daily clean-up deletes them.")]
    private partial void LogNotDeleted(string agreement, string advice);
}

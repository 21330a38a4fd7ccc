using System.Buffers;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Documents;
using Diversion.Casework.Keeping;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using NodaTime;

namespace Diversion.Casework.Moving;

/// <summary>
/// Writes a whole programme as one tar that any host can import: rows, papers, the destruction log, settings, secrets, and
/// last the list of its parts. Snapshots and read models are left out: the importing host makes them from the events.
/// </summary>
/// <param name="programmeJson">The text of programme.json.</param>
/// <param name="pseudonymKey">Makes the pseudonyms of extracts, which must stay the same.</param>
/// <param name="now">The machine's time.</param>
public sealed class ProgrammeExport(ProgrammePlace place, string programmeJson, byte[] pseudonymKey, TimeProvider now)
{
    internal const string PseudonymKey = "pseudonym.key";
    internal const string Secrets = "secrets.json";
    internal const string Destroyed = "destruction.log";
    internal const string Rows = "rows/";
    internal const string Papers = "papers/";

    private const int RowsInPart = 4 * 1024 * 1024;

    private readonly List<MovedPart> parts = [];

    /// <summary>Waits; another one in tests.</summary>
    internal Func<TimeSpan, CancellationToken, Task> Pause { get; init; } = Task.Delay;

    /// <summary>
    /// The programme stands still here from before the first row is read. When this fails, it goes on here; when it returns,
    /// it stands still until <see cref="Resume"/>.
    /// </summary>
    /// <param name="to">Writes the export completely or not at all: called once, with what writes the tar to a stream.</param>
    /// <exception cref="MoveException">The programme stands still already, or what is stored has a fault. Nothing was exported.</exception>
    public async Task<MoveManifest> Run(Func<Func<Stream, Task>, Task> to, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        if (await Standstill.Of(place.Store, cancellation) is { } already)
        {
            throw new MoveException($"{already.Words} Nothing was exported.");
        }

        var move = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await new Standstill(StandstillCause.Exported, Instant.FromDateTimeOffset(now.GetUtcNow()), move).Begin(place.Store, cancellation);
        try
        {
            await Pause(place.Wait, cancellation);
            var report = await Verification.Run(place.Store, progress, place.Papers, cancellation);
            if (report.Fault is { } fault)
            {
                throw new MoveException($"{fault} Nothing was exported.");
            }

            MoveManifest? manifest = null;
            await to(async stream => manifest = await Write(stream, move, report, cancellation));
            return manifest!;
        }
        catch
        {
            await Standstill.End(place.Store, CancellationToken.None);
            throw;
        }
    }

    /// <summary>The programme goes on where it was: what was exported must be imported nowhere.</summary>
    /// <returns>False when it did not stand still for an export.</returns>
    public static async Task<bool> Resume(ITableStore store, CancellationToken cancellation = default)
    {
        if (await Standstill.Of(store, cancellation) is not { Cause: StandstillCause.Exported })
        {
            return false;
        }

        await Standstill.End(store, cancellation);
        return true;
    }

    private async Task<MoveManifest> Write(Stream stream, string move, VerificationReport report, CancellationToken cancellation)
    {
        await using var tar = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true);
        await Add(tar, ProgrammeJson.FileName, Encoding.UTF8.GetBytes(programmeJson), cancellation);
        await Add(tar, PseudonymKey, pseudonymKey, cancellation);
        await Add(tar, Secrets, JsonSerializer.SerializeToUtf8Bytes(await SealedSecret.All(place.Store, place.Keys, cancellation)), cancellation);
        await Add(tar, Destroyed, Encoding.UTF8.GetBytes(string.Concat((await place.Destroyed.All(cancellation)).Select(DestructionText.Line))), cancellation);
        foreach (var table in MovedRows.Of)
        {
            await AddRows(tar, table, cancellation);
        }

        foreach (var paper in (await NamedDocuments.In(place.Store, cancellation)).OrderBy(paper => paper.ToString(), StringComparer.Ordinal))
        {
            await Add(tar, $"{Papers}{paper}", await Content(paper, cancellation), cancellation);
        }

        var manifest = new MoveManifest(
            MoveManifest.CurrentFormat, MoveManifest.ThisProgram.ToString(3), move, now.GetUtcNow(), report.Digest, report.Streams.Total, report.Events, report.Papers, [.. parts]);
        await Add(tar, MoveManifest.FileName, manifest.ToJson(), cancellation);
        return manifest;
    }

    private async Task AddRows(TarWriter tar, string table, CancellationToken cancellation)
    {
        var lines = new ArrayBufferWriter<byte>(RowsInPart);
        var number = 0;
        await foreach (var row in place.Store.Scan(table, cancellation))
        {
            if (MovedRows.IsOne(table, row.Partition, row.Row))
            {
                MovedRows.Write(lines, row);
            }

            if (lines.WrittenCount >= RowsInPart)
            {
                await Close();
            }
        }

        if (lines.WrittenCount > 0)
        {
            await Close();
        }

        async Task Close()
        {
            await Add(tar, $"{Rows}{table}/{++number:D6}.jsonl", lines.WrittenMemory.ToArray(), cancellation);
            lines.ResetWrittenCount();
        }
    }

    /// <summary>Opened here, and sealed again where it is imported: no host has another one's key.</summary>
    private async Task<byte[]> Content(DocumentKey paper, CancellationToken cancellation)
    {
        await using var content = await place.Papers.Open(paper, cancellation) ?? throw new MoveException($"The paper {paper} is missing. Restore it from a backup first. Nothing was exported.");
        using var read = new MemoryStream();
        await content.CopyToAsync(read, cancellation);
        return read.ToArray();
    }

    private async Task Add(TarWriter tar, string name, byte[] content, CancellationToken cancellation)
    {
        parts.Add(new MovedPart(name, content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content))));
        await tar.WriteEntryAsync(
            new PaxTarEntry(TarEntryType.RegularFile, name) { Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite, ModificationTime = now.GetUtcNow(), DataStream = new MemoryStream(content) },
            cancellation);
    }
}

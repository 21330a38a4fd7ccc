using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Papers;

/// <summary>What was found out about a file of a zip.</summary>
public enum CheckedFile
{
    Unchanged,
    Changed,
    Missing,

    /// <summary>It is in the zip, and not in the list.</summary>
    NotListed,

    /// <summary>Only the list was sent: whoever has the file compares it.</summary>
    NotSent,
}

/// <summary>What a zip is worth.</summary>
/// <param name="GivenOut">When and to whom Diversion gave out exactly this list of files; null when it never did.</param>
/// <param name="Files">In the order of the list, then what is not in it.</param>
/// <param name="RecordStands">The case's record, as far as it was known then, still has the same hash.</param>
/// <param name="EventsSince">How many events have been added to the case since.</param>
public sealed record CaseFileFinding(AccessEntry? GivenOut, Instant Made, IReadOnlyList<(string Name, CheckedFile Is)> Files, bool RecordStands, int EventsSince)
{
    /// <summary>Whether Diversion gave out this list, from a record that still stands.</summary>
    public bool IsListGenuine => GivenOut is not null && RecordStands;

    /// <summary>The manifest was sent without its zip.</summary>
    public bool IsListOnly => Files.All(file => file.Is == CheckedFile.NotSent);

    public bool IsGenuine => IsListGenuine && Files.All(file => file.Is == CheckedFile.Unchanged);
}

/// <summary>
/// Checks a zip that somebody holds: each file against the list in it, the list against what the access log says was given
/// out, and the record's hash against the hash chain. Of a zip that is too large to be sent, its list alone.
/// </summary>
public sealed class CaseFileCheck(CaseFileQuery files, Records records, AccessLog log)
{
    /// <summary>A case keeps at most 100 papers.</summary>
    private const int MostEntries = 150;

    /// <summary>One without entries.</summary>
    private const int SmallestZip = 22;

    /// <summary>With which every zip begins.</summary>
    private static ReadOnlySpan<byte> Begin => "PK"u8;

    /// <summary>What comes out of a zip, at most: one that is sent is far smaller.</summary>
    private const long MostUnpacked = 256 * 1024 * 1024;

    /// <param name="zip">Or its manifest alone. Can be read again. Anybody may have made it.</param>
    public async ValueTask<Reply<CaseFileFinding>> Of(string reference, Stream zip, AccessRequest request, CancellationToken cancellation = default)
    {
        var reply = await files.Seen(reference, request, "check of a zip", cancellation);
        if (reply is not Reply<Seen>.Given { Value: var seen })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        if (zip.Length < SmallestZip)
        {
            return NoZip();
        }

        if (zip.Length <= CaseFileManifest.Longest && await Text(zip, cancellation) is { } list)
        {
            return CaseFileManifest.Read(Encoding.UTF8.GetString(list)) is { } alone
                ? await Check(alone, list, [.. alone.Files.Select(static file => (file.Name, CheckedFile.NotSent))], seen.State, cancellation)
                : NoZip();
        }

        try
        {
            await using var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8, cancellation);
            return await Check(archive, seen.State, cancellation);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return NoZip();
        }
    }

    private static Refusal NoZip() => CaseworkRefusal.UnreadableCaseFile("This file is no zip and no manifest.txt of one, or it is damaged.");

    /// <returns>Null when it begins as a zip does.</returns>
    private static async ValueTask<byte[]?> Text(Stream file, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes, cancellation);
        file.Position = 0;
        return bytes.AsSpan().StartsWith(Begin) ? null : bytes;
    }

    private async ValueTask<Reply<CaseFileFinding>> Check(ZipArchive archive, AgreementState state, CancellationToken cancellation)
    {
        if (archive.Entries.Count > MostEntries || HasTooMuch(archive))
        {
            return CaseworkRefusal.UnreadableCaseFile("This zip has more in it than Diversion puts into one.");
        }

        if (archive.GetEntry(CaseFileManifest.Name) is not { Length: <= CaseFileManifest.Longest } listed)
        {
            return CaseworkRefusal.UnreadableCaseFile("This zip has no manifest.txt.");
        }

        var bytes = await Bytes(listed, cancellation);
        if (CaseFileManifest.Read(Encoding.UTF8.GetString(bytes)) is not { } manifest)
        {
            return CaseworkRefusal.UnreadableCaseFile("The manifest.txt in this zip cannot be read.");
        }

        var found = new List<(string, CheckedFile)>();
        foreach (var file in manifest.Files)
        {
            var entries = archive.Entries.Where(entry => entry.FullName == file.Name).ToList();
            found.Add((file.Name, entries is [var one] ? await Hash(one, cancellation) == file.Sha256 ? CheckedFile.Unchanged : CheckedFile.Changed
                : entries.Count == 0 ? CheckedFile.Missing : CheckedFile.Changed));
        }

        found.AddRange(archive.Entries.Where(entry => entry != listed && manifest.Files.All(file => file.Name != entry.FullName)).Select(entry => (entry.FullName, CheckedFile.NotListed)));
        return await Check(manifest, bytes, found, state, cancellation);
    }

    private async ValueTask<Reply<CaseFileFinding>> Check(
        CaseFileManifest manifest, byte[] list, IReadOnlyList<(string, CheckedFile)> found, AgreementState state, CancellationToken cancellation)
    {
        if (manifest.Agreement != state.Id.Value)
        {
            return CaseworkRefusal.UnreadableCaseFile($"This zip is of another case, {manifest.Agreement}. Open that case to check it.");
        }

        var known = manifest.Events >= 1 && manifest.Events <= state.Version
            ? await records.EventRows(state.Id, manifest.Events, manifest.Events, cancellation)
            : [];
        return new CaseFileFinding(
            await log.Find(state.Id, manifest.Made, CaseFileBundles.Logged(CaseFileManifest.HashOf(list)), cancellation),
            manifest.Made,
            found,
            known is [var row] && row.Text("hash") == manifest.Chain,
            Math.Max(0, state.Version - manifest.Events));
    }

    /// <summary>Whoever made the zip wrote the sizes in it, and their sum may be more than any number here.</summary>
    private static bool HasTooMuch(ZipArchive archive)
    {
        var left = MostUnpacked;
        return archive.Entries.Any(entry => entry.Length < 0 || entry.Length > left || (left -= entry.Length) < 0);
    }

    private static async ValueTask<byte[]> Bytes(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        await using var content = await entry.OpenAsync(cancellation);
        var bytes = new byte[entry.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    /// <summary>Reads no more than the entry says that it has: a zip may lie about it.</summary>
    private static async ValueTask<string?> Hash(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        await using var content = await entry.OpenAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        var left = entry.Length;
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            if ((left -= read) < 0)
            {
                return null;
            }

            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

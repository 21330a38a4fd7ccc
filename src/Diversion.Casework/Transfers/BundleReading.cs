using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Serialization;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;

namespace Diversion.Casework.Transfers;

/// <summary>
/// Opens a bundle that anybody may have made. Nothing is unpacked to a name of the zip, and never more than the manifest
/// says, which is limited.
/// </summary>
internal sealed class BundleReading(ZipArchive zip, TransferManifest manifest, byte[] manifestBytes)
{
    /// <summary>A case keeps at most 100 papers.</summary>
    private const int MostFiles = Document.Most + 1;

    private const int LargestManifest = 64 * 1024;
    private const int LargestEvents = 16 * 1024 * 1024;
    private const int SmallestZip = 22;

    public TransferManifest Manifest => manifest;

    public bool IsCode(string? typed) => TransferManifest.IsCode(typed, manifestBytes);

    /// <param name="zip">Can be read again.</param>
    /// <returns>What it is, or why it is none.</returns>
    public static async ValueTask<(BundleReading? Bundle, Refusal? Fault)> Open(Stream zip, CancellationToken cancellation)
    {
        if (zip.Length < SmallestZip)
        {
            return (null, TransferRefusals.NoBundle());
        }

        try
        {
            var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8, cancellation);
            return archive.Entries.Count > MostFiles + 1 || archive.GetEntry(TransferManifest.FileName) is not { Length: <= LargestManifest } entry
                ? (null, TransferRefusals.NoBundle())
                : Read(archive, await Bytes(entry, LargestManifest, cancellation));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or NotSupportedException or ArgumentException or JsonException)
        {
            return (null, TransferRefusals.NoBundle());
        }
    }

    /// <summary>The events, one JSON text each; null when the file is not the one of the manifest.</summary>
    public async ValueTask<byte[]?> Events(CancellationToken cancellation) => await File(TransferManifest.EventsFile, LargestEvents, cancellation);

    /// <summary>The bytes of a paper; null when they are not those of the manifest.</summary>
    public async ValueTask<byte[]?> Paper(string id, CancellationToken cancellation) => await File(TransferManifest.PapersFolder + id, Document.LargestSize, cancellation);

    private static (BundleReading? Bundle, Refusal? Fault) Read(ZipArchive archive, byte[]? bytes)
    {
        using var json = JsonDocument.Parse(bytes ?? []);
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String
            || format.GetString() != TransferManifest.FormatName || !json.RootElement.TryGetProperty("version", out var version) || !version.TryGetInt32(out var number))
        {
            return (null, TransferRefusals.NoBundle());
        }

        if (number > TransferManifest.Current)
        {
            return (null, TransferRefusals.Newer());
        }

        if (UntrustedJson.Fault(json.RootElement) is not null || JsonSerializer.Deserialize<TransferManifest>(bytes, StoredJson.Options) is not { } manifest)
        {
            return (null, TransferRefusals.Damaged());
        }

        var names = manifest.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        var asListed = names.Count == manifest.Files.Count && archive.Entries.Count == names.Count + 1
            && archive.Entries.All(entry => entry.FullName == TransferManifest.FileName || names.Contains(entry.FullName));
        return asListed ? (new BundleReading(archive, manifest, bytes!), null) : (null, TransferRefusals.Damaged());
    }

    private async ValueTask<byte[]?> File(string name, int largest, CancellationToken cancellation)
    {
        if (manifest.Files.FirstOrDefault(file => file.Name == name) is not { } listed || listed.Size < 0 || listed.Size > largest || zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        try
        {
            return await Bytes(entry, (int)listed.Size, cancellation) is { } bytes && bytes.Length == listed.Size && Convert.ToHexStringLower(SHA256.HashData(bytes)) == listed.Sha256 ? bytes : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <summary>Reads no more than that, whatever the zip says of itself.</summary>
    private static async ValueTask<byte[]?> Bytes(ZipArchiveEntry entry, int most, CancellationToken cancellation)
    {
        await using var content = await entry.OpenAsync(cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (bytes.Length + read > most)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}

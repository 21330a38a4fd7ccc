using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diversion.Casework.Documents;
using Diversion.Casework.Programmes;
using Diversion.Domain.Documents;

namespace Diversion.Casework.Moving;

/// <summary>Reads an export part by part, and believes nothing that it says: kinds of entry, names, sizes, hashes, order.</summary>
internal static partial class MoveArchive
{
    private const long LargestPart = Document.LargestSize + (16 * 1024 * 1024);
    private const long LargestManifest = 512L * 1024 * 1024;

    /// <param name="open">The tar, which is read once to its end.</param>
    /// <param name="each">Called with each part but the manifest, before it is known whether the manifest agrees.</param>
    /// <exception cref="MoveException">It is damaged, no export, or from a newer program.</exception>
    public static async Task<MoveManifest> Read(
        Func<CancellationToken, Task<Stream>> open, Func<MovedPart, ReadOnlyMemory<byte>, Task> each, CancellationToken cancellation)
    {
        try
        {
            await using var opened = await open(cancellation);
            return await Parts(opened, each, cancellation);
        }
        catch (Exception fault) when (Damage(fault) is { } damage)
        {
            throw new MoveException($"The file is damaged or is not an export of a programme ({damage}). Nothing of it can be used; copy it again, or export again.", fault);
        }
    }

    private static async Task<MoveManifest> Parts(Stream opened, Func<MovedPart, ReadOnlyMemory<byte>, Task> each, CancellationToken cancellation)
    {
        var found = new Dictionary<string, MovedPart>(StringComparer.Ordinal);
        MoveManifest? manifest = null;
        await using var tar = new TarReader(opened, leaveOpen: true);
        while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || manifest is not null)
            {
                throw new InvalidDataException("it contains something that no export has");
            }

            if (entry.Name == MoveManifest.FileName)
            {
                manifest = MoveManifest.Read((await Content(entry, LargestManifest, cancellation)).Span);
                continue;
            }

            var content = await Content(entry, LargestPart, cancellation);
            var part = new MovedPart(entry.Name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content.Span)));
            if (!IsName(entry.Name) || !found.TryAdd(entry.Name, part))
            {
                throw new InvalidDataException("it contains a name that no export has");
            }

            await each(part, content);
        }

        // The seal of an encrypted one ends after the tar: what is cut off there shows only now.
        await opened.CopyToAsync(Stream.Null, cancellation);
        Compare(manifest ?? throw new InvalidDataException("its end is missing"), found);
        return manifest;
    }

    private static void Compare(MoveManifest manifest, Dictionary<string, MovedPart> found)
    {
        if (manifest.Parts.FirstOrDefault(part => !found.TryGetValue(part.Name, out var one) || one != part) is { } wrong)
        {
            throw new InvalidDataException($"{wrong.Name} is not as it was exported");
        }

        if (manifest.Parts.Count != found.Count || !found.ContainsKey(ProgrammeJson.FileName) || !found.ContainsKey(ProgrammeExport.PseudonymKey)
            || !found.ContainsKey(ProgrammeExport.Secrets) || !found.ContainsKey(ProgrammeExport.Destroyed))
        {
            throw new InvalidDataException("parts are missing");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> Content(TarEntry entry, long largest, CancellationToken cancellation)
    {
        if (entry.Length > largest)
        {
            throw new InvalidDataException("a part is too large");
        }

        if (entry.DataStream is not { } content)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        var bytes = new byte[entry.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private static bool IsName(string name) =>
        name is ProgrammeJson.FileName or ProgrammeExport.PseudonymKey or ProgrammeExport.Secrets or ProgrammeExport.Destroyed
        || (RowsName().Match(name) is { Success: true } rows && MovedRows.Of.Contains(rows.Groups["table"].Value))
        || (name.StartsWith(ProgrammeExport.Papers, StringComparison.Ordinal) && DocumentKey.Read(name[ProgrammeExport.Papers.Length..]) is not null);

    /// <summary>The table of a part with rows; null for another part.</summary>
    public static string? TableOf(MovedPart part) => RowsName().Match(part.Name) is { Success: true } rows ? rows.Groups["table"].Value : null;

    /// <summary>The paper of a part; null for another part.</summary>
    public static DocumentKey? PaperOf(MovedPart part) =>
        part.Name.StartsWith(ProgrammeExport.Papers, StringComparison.Ordinal) ? DocumentKey.Read(part.Name[ProgrammeExport.Papers.Length..]) : null;

    /// <returns>What is wrong in words; null for a fault that isn't the file's.</returns>
    private static string? Damage(Exception fault) => fault switch
    {
        InvalidDataException told => told.Message,
        CryptographicException => "it was changed or cut short",
        JsonException => "a part cannot be read",
        EndOfStreamException or FormatException or ArgumentException or NotSupportedException or OverflowException or InvalidOperationException => "it cannot be unpacked",
        _ => null,
    };

    [GeneratedRegex("^rows/(?<table>[a-z]{1,20})/[0-9]{6,9}\\.jsonl$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RowsName();
}

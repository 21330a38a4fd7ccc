using System.Security.Cryptography;
using System.Text.Json;
using Diversion.Casework.Serialization;
using NodaTime;

namespace Diversion.Casework.Transfers;

/// <summary>A file of a bundle.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record TransferFile(string Name, long Size, string Sha256);

/// <summary>
/// What is in the bundle of a case that is handed over. It is the same each time that the bundle is saved, so its code is,
/// too: the receiving lead is told the code apart from the bundle, and types it in.
/// </summary>
/// <param name="From">The programme that hands it over.</param>
/// <param name="To">Who takes it.</param>
/// <param name="Events">How many.</param>
/// <param name="Chain">The hash of the last of them.</param>
public sealed record TransferManifest(
    string Format, int Version, string Agreement, string From, string To, Instant At, string Scheme, int SchemeVersion, int Events, string Chain, IReadOnlyList<TransferFile> Files)
{
    public const string FormatName = "diversion-transfer";

    /// <summary>A bundle of a later one is refused.</summary>
    public const int Current = 1;

    public const string FileName = "manifest.json";
    public const string EventsFile = "events.jsonl";
    public const string PapersFolder = "papers/";

    private const int CodeDigits = 16;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Options);

    /// <summary>Of the text of a manifest: <c>0F3A-9B21-77C0-D4E5</c>.</summary>
    public static string CodeOf(ReadOnlySpan<byte> manifest) =>
        string.Join('-', Convert.ToHexString(SHA256.HashData(manifest))[..CodeDigits].Chunk(4).Select(four => new string(four)));

    /// <summary>As somebody typed it: blanks, hyphens and small letters do not count.</summary>
    public static bool IsCode(string? typed, ReadOnlySpan<byte> manifest) =>
        typed is not null && string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).Equals(CodeOf(manifest).Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}

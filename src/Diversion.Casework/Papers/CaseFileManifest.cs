using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Papers;

/// <summary>A file of the zip.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record ManifestFile(string Name, string Sha256);

/// <summary>
/// What is in a zip that was given out. Its text is what <c>sha256sum</c> and <c>shasum</c> check, so whoever has the zip can
/// compare it without Diversion; lines that begin with # are ours.
/// </summary>
/// <param name="Made">To the tick: the entry in the access log is found by it.</param>
/// <param name="Events">How many events the case had.</param>
/// <param name="Chain">The hash of the last of them.</param>
public sealed partial record CaseFileManifest(string Agreement, Instant Made, int Events, string Chain, IReadOnlyList<ManifestFile> Files)
{
    /// <summary>Of the manifest in the zip.</summary>
    public const string Name = "manifest.txt";

    /// <summary>Far more than a hundred papers need.</summary>
    public const int Longest = 64 * 1024;

    public string Write(CaseFileKind kind, Actor by)
    {
        var text = new StringBuilder()
            .Append("# ").Append(kind == CaseFileKind.Breach ? "Breach file" : "Completion file").Append(" of ").Append(Agreement).Append(", given out to ").Append(by.Name).Append(", ").Append(Words.Of(by.Role)).Append('\n')
            .Append("# Each line without # is the SHA-256 of a file of this zip. To compare them: sha256sum -c manifest.txt\n")
            .Append("# Whether this list itself is as it was given out, says the page \"Check a zip\" of the case in Diversion.\n")
            .Append("# case: ").Append(Agreement).Append('\n')
            .Append("# made: ").Append(InstantPattern.ExtendedIso.Format(Made)).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"# record: {Events} events, the last has the hash {Chain}\n");
        foreach (var file in Files)
        {
            text.Append(file.Sha256).Append("  ").Append(file.Name).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads a manifest that anybody may have written.</summary>
    /// <returns>Null when it is none.</returns>
    public static CaseFileManifest? Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var files = lines.Where(line => line[0] != '#').Select(line => FileLine().Match(line)).ToList();
        return Head(CaseLine()) is { } agreement && Head(MadeLine()) is { } made && InstantPattern.ExtendedIso.Parse(made.Groups["made"].Value) is { Success: true, Value: var at }
            && Head(RecordLine()) is { } record && files.TrueForAll(file => file.Success)
            ? new CaseFileManifest(
                agreement.Groups["case"].Value,
                at,
                int.Parse(record.Groups["events"].Value, CultureInfo.InvariantCulture),
                record.Groups["hash"].Value,
                [.. files.Select(file => new ManifestFile(file.Groups["name"].Value, file.Groups["hash"].Value))])
            : null;

        Match? Head(Regex form) => lines.Select(line => form.Match(line)).FirstOrDefault(match => match.Success);
    }

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    [GeneratedRegex(@"^# case: (?<case>[A-Z0-9-]{1,64})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CaseLine();

    [GeneratedRegex(@"^# made: (?<made>[0-9T:.Z-]{20,30})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MadeLine();

    [GeneratedRegex(@"^# record: (?<events>[0-9]{1,6}) events, the last has the hash (?<hash>[0-9a-f]{64})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RecordLine();

    [GeneratedRegex(@"^(?<hash>[0-9a-f]{64})  (?<name>[a-z0-9./-]{1,100})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FileLine();
}

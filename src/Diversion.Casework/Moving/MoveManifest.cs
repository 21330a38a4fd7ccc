using System.Text.Json;

namespace Diversion.Casework.Moving;

/// <param name="Name">Its name in the export.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal digits.</param>
public sealed record MovedPart(string Name, long Size, string Sha256);

/// <summary>What an export says of itself; its last part, so one without it was cut short.</summary>
/// <param name="Format">1. A reader refuses a higher one.</param>
/// <param name="Program">The version of Diversion that made it.</param>
/// <param name="Move">Tells this export from every other.</param>
/// <param name="ExportedAt">By the clock of the machine.</param>
/// <param name="Digest">That of <see cref="Maintenance.VerificationReport"/>: the host that imports it must come to the same.</param>
/// <param name="Streams">How many streams of all kinds.</param>
/// <param name="Papers">How many papers.</param>
public sealed record MoveManifest(
    int Format, string Program, string Move, DateTimeOffset ExportedAt, string Digest, long Streams, long Events, long Papers, IReadOnlyList<MovedPart> Parts)
{
    public const int CurrentFormat = 1;

    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    internal static Version ThisProgram { get; } = typeof(MoveManifest).Assembly.GetName().Version!;

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">It is not what <see cref="ToJson"/> writes.</exception>
    /// <exception cref="MoveException">A newer program wrote it.</exception>
    internal static MoveManifest Read(ReadOnlySpan<byte> json)
    {
        var manifest = JsonSerializer.Deserialize<MoveManifest>(json, Json) ?? throw new JsonException("It is empty.");
        if (!Version.TryParse(manifest.Program, out var program))
        {
            throw new JsonException("It names no version.");
        }

        return manifest.Format <= CurrentFormat && program <= new Version(ThisProgram.ToString(3))
            ? manifest
            : throw new MoveException(
                $"The export was made by Diversion {manifest.Program}, and this is {ThisProgram.ToString(3)}. Import it with that version or a later one. Nothing was imported.");
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diversion.Local.Backups;

/// <summary>What a backup says of itself; its last entry, so a backup without one was cut short.</summary>
/// <param name="Format">1. A reader refuses a higher one.</param>
/// <param name="Program">The version of Diversion that made it.</param>
/// <param name="Schema">The version of the database: an older program cannot open it.</param>
/// <param name="TakenAt">The instant that the backup shows, by the clock of the machine.</param>
/// <param name="MissingPapers">Papers that the events name and the folder did not have: <c>agreement/paper</c>.</param>
/// <param name="LeftOut">Files whose names another system could not take, or that are links.</param>
internal sealed record BackupManifest(
    int Format,
    string Program,
    long Schema,
    DateTimeOffset TakenAt,
    IReadOnlyList<BackedUpFile> Files,
    IReadOnlyList<string> MissingPapers,
    IReadOnlyList<string> LeftOut)
{
    public const int CurrentFormat = 1;

    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">It is not what <see cref="ToJson"/> writes.</exception>
    public static async ValueTask<BackupManifest> Read(Stream json, CancellationToken cancellation) =>
        await JsonSerializer.DeserializeAsync<BackupManifest>(json, Json, cancellation) ?? throw new JsonException("It is empty.");
}

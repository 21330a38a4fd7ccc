using System.Text.Encodings.Web;
using System.Text.Json;
using Diversion.Casework;
using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Domain.Agreements;
using Diversion.Local.Faults;

namespace Diversion.Local.Programmes;

/// <summary>
/// <c>programme.json</c> of a data folder: the programme's settings. People edit it, so every fault is reported with its
/// path; it is read at start and never overwritten.
/// </summary>
public static class ProgrammeFile
{
    public const string FileName = ProgrammeJson.FileName;

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, FileName);

    /// <summary>The content for a new folder; the owner has to fill in the lead's address.</summary>
    public static Programme Default { get; } = new(
        "Diversion programme",
        "checkpoint",
        [new StaffRef("lead", "Programme lead")],
        new Dictionary<string, StaffRef>(),
        new Uri("http://127.0.0.1:5080"),
        "diversion@example.org");

    /// <returns>Null when the folder has none yet.</returns>
    /// <exception cref="FaultyFilesException">The file exists and has faults.</exception>
    public static Programme? Read(string dataFolder, SchemeCatalogue schemes)
    {
        var path = PathIn(dataFolder);
        if (!File.Exists(path))
        {
            return null;
        }

        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new FaultyFilesException(dataFolder, [new SchemeFault(FileName, "$", $"The file can't be read: {unreadable.Message}")]);
        }

        return ProgrammeJson.Read(text, schemes) switch
        {
            ProgrammeReading.Sound sound => sound.Programme,
            ProgrammeReading.Faulty faulty => throw new FaultyFilesException(dataFolder, faulty.Faults),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Writes the file of a new folder, completely or not at all.</summary>
    public static void Write(string dataFolder, Programme programme)
    {
        var unfinished = PathIn(dataFolder) + ".part";
        File.WriteAllText(unfinished, TextOf(programme));
        File.Move(unfinished, PathIn(dataFolder), overwrite: false);
    }

    /// <summary>What the file of a programme contains.</summary>
    public static string TextOf(Programme programme)
    {
        var stored = new
        {
            programme.Name,
            programme.Scheme,
            programme.Leads,
            programme.TeamManagers,
            programme.Staff,
            PublicUrl = programme.PublicUrl.ToString().TrimEnd('/'),
            Sender = programme.SenderAddress,
        };
        return JsonSerializer.Serialize(stored, Layout) + "\n";
    }
}

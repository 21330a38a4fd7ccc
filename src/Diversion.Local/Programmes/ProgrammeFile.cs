using System.Net.Mail;
using System.Text.Encodings.Web;
using System.Text.Json;
using Diversion.Casework;
using Diversion.Casework.Schemes;
using Diversion.Domain.Agreements;
using Diversion.Local.Faults;

namespace Diversion.Local.Programmes;

/// <summary>
/// <c>programme.json</c> of a data folder: whose programme it is. People edit it, so every fault is told with its path;
/// it is read at start and never written over.
/// </summary>
public static class ProgrammeFile
{
    public const string FileName = "programme.json";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, FileName);

    /// <summary>What a new folder starts with; the lead's address is for its owner to fill in.</summary>
    public static Programme Default { get; } = new(
        "Diversion programme",
        "checkpoint",
        [new StaffRef("lead", "Programme lead")],
        new Dictionary<string, StaffRef>(),
        new Uri("http://127.0.0.1:5080"),
        "diversion@example.org");

    /// <returns>Null when the folder has none yet.</returns>
    /// <exception cref="FaultyFilesException">It is there and has faults.</exception>
    public static Programme? Read(string dataFolder, SchemeCatalogue schemes)
    {
        var path = PathIn(dataFolder);
        if (!File.Exists(path))
        {
            return null;
        }

        var faults = new ProgrammeFaults();
        Programme? programme = null;
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            programme = Read(document.RootElement, schemes, faults);
        }
        catch (JsonException malformed)
        {
            var line = malformed.LineNumber is { } number ? $" at line {number + 1}" : string.Empty;
            faults.Add("$", $"Not proper JSON{line}: {malformed.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            faults.Add("$", $"The file can't be read: {unreadable.Message}");
        }

        return faults.All.Count == 0 ? programme : throw new FaultyFilesException(dataFolder, faults.All);
    }

    /// <summary>Writes the file of a new folder, whole or not at all.</summary>
    public static void Write(string dataFolder, Programme programme)
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
        var unfinished = PathIn(dataFolder) + ".part";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(stored, Layout) + "\n");
        File.Move(unfinished, PathIn(dataFolder), overwrite: false);
    }

    private static Programme? Read(JsonElement root, SchemeCatalogue schemes, ProgrammeFaults faults)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add("$", "Expected an object with name, scheme, leads, teamManagers, staff, publicUrl and sender.");
            return null;
        }

        faults.Known("$", root, "$schema", "name", "scheme", "leads", "teamManagers", "staff", "publicUrl", "sender");
        var name = faults.Text("$", root, "name", required: true);
        var scheme = faults.Text("$", root, "scheme", required: true);
        if (scheme is not null && !schemes.Names.Contains(scheme))
        {
            faults.Add("$.scheme", $"There is no scheme {scheme} in the schemes folder. There are: {string.Join(", ", schemes.Names)}.");
        }

        var leads = Leads(root, faults);
        var managers = TeamManagers(root, faults);
        var staff = StaffLists.Read(root, faults);
        var publicUrl = PublicUrl(root, faults);
        var sender = faults.Text("$", root, "sender", required: true);
        if (sender is not null && !IsAddress(sender))
        {
            faults.Add("$.sender", "Not an e-mail address: mail is sent from it, such as diversion@force.police.uk.");
        }

        return faults.All.Count > 0 ? null : new Programme(name!, scheme!, leads, managers, publicUrl!, sender!) { Staff = staff };
    }

    private static List<StaffRef> Leads(JsonElement root, ProgrammeFaults faults)
    {
        if (!root.TryGetProperty("leads", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            faults.Add("$.leads", "Name at least one programme lead: breach proposals and escalations go to them.");
            return [];
        }

        return StaffLists.People("$.leads", list, faults);
    }

    private static Dictionary<string, StaffRef> TeamManagers(JsonElement root, ProgrammeFaults faults)
    {
        var managers = new Dictionary<string, StaffRef>(StringComparer.Ordinal);
        if (!root.TryGetProperty("teamManagers", out var teams))
        {
            return managers;
        }

        if (teams.ValueKind != JsonValueKind.Object)
        {
            faults.Add("$.teamManagers", "Expected an object: the team's name, then its manager with id, name and email.");
            return managers;
        }

        foreach (var team in teams.EnumerateObject())
        {
            if (StaffLists.Person($"$.teamManagers.{team.Name}", team.Value, faults) is { } manager)
            {
                managers[team.Name] = manager;
            }
        }

        return managers;
    }

    private static Uri? PublicUrl(JsonElement root, ProgrammeFaults faults)
    {
        if (faults.Text("$", root, "publicUrl", required: true) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0)
        {
            return url;
        }

        faults.Add("$.publicUrl", "Expected the address of the pages, such as https://diversion.force.police.uk.");
        return null;
    }

    internal static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && !text.AsSpan().ContainsAny('\r', '\n');
}

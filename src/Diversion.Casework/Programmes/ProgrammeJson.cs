using System.Text.Json;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Schemes;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Programmes;

/// <summary>
/// The format of <c>programme.json</c>: whose programme it is, the same in every host. People edit the file, so every fault
/// is reported with its path.
/// </summary>
public static class ProgrammeJson
{
    public const string FileName = "programme.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static ProgrammeReading Read(string text, SchemeCatalogue schemes)
    {
        var faults = new ProgrammeFaults();
        Programme? programme = null;
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            programme = Check(document.RootElement, schemes, faults);
        }
        catch (JsonException malformed)
        {
            var line = malformed.LineNumber is { } number ? $" at line {number + 1}" : string.Empty;
            faults.Add("$", $"Not valid JSON{line}: {malformed.Message}");
        }

        return faults.All.Count == 0 ? new ProgrammeReading.Sound(programme!) : new ProgrammeReading.Faulty(faults.All);
    }

    private static Programme? Check(JsonElement root, SchemeCatalogue schemes, ProgrammeFaults faults)
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
            faults.Add("$.scheme", $"There is no scheme {scheme} in the schemes folder. The schemes are: {string.Join(", ", schemes.Names)}.");
        }

        var leads = Leads(root, faults);
        var managers = TeamManagers(root, faults);
        var staff = StaffLists.Read(root, faults);
        var publicUrl = PublicUrl(root, faults);
        var sender = faults.Email("$", root, "sender", required: true, "It is the sender of mail.");
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
}

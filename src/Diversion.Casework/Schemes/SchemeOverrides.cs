using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Schemes;

/// <summary>
/// Overrides figures of a scheme by path, to try out their effect (breach.proposeAt=4, escalation.ladder[1].workingDays=1).
/// The result passes the same checks as a scheme file.
/// </summary>
public static class SchemeOverrides
{
    /// <param name="overrides">Each "path=value". A text is given without quotes; a list or an object as JSON.</param>
    public static SchemeOverrideResult Apply(SchemeRules rules, IEnumerable<string> overrides)
    {
        var root = JsonNode.Parse(SchemeJson.Write(rules))!;
        var faults = new List<SchemeFault>();
        var setBy = new Dictionary<string, string>();
        foreach (var text in overrides)
        {
            if (Set(root, text) is { } fault)
            {
                faults.Add(fault);
            }
            else
            {
                setBy[$"$.{Split(text).Path}"] = text;
            }
        }

        using var document = JsonDocument.Parse(root.ToJsonString());
        var findings = SchemeFiles.CheckScheme(document.RootElement, rules.Reference.ToString(), rules.Vocabulary);
        faults.AddRange(findings.Faults.Select(fault => fault with { File = Blame(fault, setBy) ?? fault.File }));
        return faults.Count > 0
            ? new SchemeOverrideResult.Refused([.. faults])
            : new SchemeOverrideResult.Applied(SchemeJson.Read(document.RootElement, rules.Vocabulary));
    }

    /// <summary>The single figures of a scheme that can be set, by path, with what each is now.</summary>
    public static IReadOnlyList<(string Path, string Value)> Figures(SchemeRules rules) =>
    [
        .. Places(JsonNode.Parse(SchemeJson.Write(rules))!, string.Empty)
            .Where(place => place.Value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False && place.Key != "version")
            .Select(place => (place.Key, place.Value.ToJsonString())),
    ];

    private static SchemeFault? Set(JsonNode root, string text)
    {
        var (path, value) = Split(text);
        if (value is null)
        {
            return new SchemeFault(text, "$", "Give path=value, such as breach.proposeAt=4.");
        }

        // Looked up again for each override: an earlier one may have replaced a list that this one reaches into.
        var places = Places(root, string.Empty).ToDictionary();
        if (!places.TryGetValue(path, out var old))
        {
            var nearest = string.Join(", ", Nearest.To(path, places.Keys, 3));
            return new SchemeFault(text, $"$.{path}", $"No such figure: correct the path. Nearest: {nearest}.");
        }

        try
        {
            old.ReplaceWith(old.GetValueKind() is JsonValueKind.String ? value : JsonNode.Parse(value, documentOptions: SchemeJson.Strict));
            return null;
        }
        catch (JsonException)
        {
            return new SchemeFault(text, $"$.{path}", $"Give {Wanted(old)}; found \"{value}\".");
        }
    }

    private static (string Path, string? Value) Split(string text) => text.Split('=', 2, StringSplitOptions.TrimEntries) switch
    {
        [var path, var value] => (path, value),
        _ => (text, null),
    };

    private static string Wanted(JsonNode old) => old.GetValueKind() switch
    {
        JsonValueKind.Number => "a whole number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "a JSON list such as [28,14,7]",
        _ => "a JSON object",
    };

    private static IEnumerable<KeyValuePair<string, JsonNode>> Places(JsonNode node, string path)
    {
        if (path.Length > 0)
        {
            yield return KeyValuePair.Create(path, node);
        }

        var inner = node switch
        {
            JsonObject properties => properties.Select(property => ($"{path}.{property.Key}".TrimStart('.'), property.Value)),
            JsonArray items => items.Select((item, i) => (string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), item)),
            _ => [],
        };
        foreach (var (at, child) in inner)
        {
            foreach (var place in child is null ? [] : Places(child, at))
            {
                yield return place;
            }
        }
    }

    // A fault at, inside or around the path that was set is reported for the override as typed.
    private static string? Blame(SchemeFault fault, Dictionary<string, string> setBy) =>
        setBy.FirstOrDefault(set =>
            fault.Path.StartsWith(set.Key, StringComparison.Ordinal) || set.Key.StartsWith(fault.Path, StringComparison.Ordinal)).Value;
}

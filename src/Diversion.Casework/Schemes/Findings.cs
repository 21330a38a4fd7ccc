using System.Text.Json;
using Diversion.Domain.Reading;
using NodaTime;

namespace Diversion.Casework.Schemes;

/// <summary>
/// What was found in one file: its faults, and each valid value by path, so that checks across values still run
/// on the valid part of a faulty file.
/// </summary>
internal sealed class Findings(string file)
{
    private readonly List<SchemeFault> faults = [];
    private readonly Dictionary<string, object?> values = [];

    public string File => file;

    public IReadOnlyList<SchemeFault> Faults => faults;

    /// <summary>Every path in the file, valid or not, in the order of the file.</summary>
    public IEnumerable<string> Paths => values.Keys;

    public void Fault(string path, string reason) => faults.Add(new SchemeFault(file, path, reason));

    /// <summary>The file's values, and what its schema says against them.</summary>
    public void Take(FilePlaces places, IReadOnlyDictionary<string, string> refused)
    {
        foreach (var (_, path, value) in places.All.Where(place => !IsInsideRefused(place.Path, refused)))
        {
            if (refused.TryGetValue(path, out var reason))
            {
                Fault(path, reason);
            }
            else if (value.ValueKind is JsonValueKind.Number && !value.TryGetInt32(out _))
            {
                // A whole number to the schema, but not to the reader.
                Fault(path, $"Give a whole number without a point or an exponent; found {value.GetRawText()}.");
            }

            if (!IsForEditors(path))
            {
                values[path] = faults.Count > 0 && faults[^1].Path == path ? null : Plain(value);
            }
        }

        var there = places.All.Select(place => place.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, reason) in refused.Where(fault => !there.Contains(fault.Key)))
        {
            Fault(path, reason);
        }
    }

    public bool Has(string path) => values.ContainsKey(path);

    public int? Number(string path) => values.GetValueOrDefault(path) as int?;

    public bool? Flag(string path) => values.GetValueOrDefault(path) as bool?;

    public LocalDate? Date(string path) => DateText.ReadIso(Text(path)) is { IsRead: true, Value: var day } ? day : null;

    public string? Text(string path) => values.GetValueOrDefault(path) as string;

    /// <summary>The paths of the list's items: path[0], path[1] and so on.</summary>
    public IEnumerable<string> Items(string path)
    {
        for (var i = 0; Has($"{path}[{i}]"); i++)
        {
            yield return $"{path}[{i}]";
        }
    }

    /// <summary>Below what may not be there at all.</summary>
    private static bool IsInsideRefused(string path, IReadOnlyDictionary<string, string> refused) =>
        refused.Keys.Any(outer => path.StartsWith($"{outer}.", StringComparison.Ordinal));

    private static bool IsForEditors(string path) =>
        path is "$" or $"$.{FileSchema.SchemaProperty}" || path.StartsWith($"$.{NoteChecks.Property}", StringComparison.Ordinal);

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetInt32(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.String => value.GetString(),
        _ => null,
    };
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Diversion.Casework.Schemes;

/// <summary>Every value of a JSON file in the file's order, by its pointer (/breach/proposeAt) and by the path that people read ($.breach.proposeAt).</summary>
internal sealed partial class FilePlaces
{
    private readonly Dictionary<string, FilePlace> byPointer = new(StringComparer.Ordinal);
    private readonly List<FilePlace> all = [];

    public IReadOnlyList<FilePlace> All => all;

    public static FilePlaces Of(JsonElement file)
    {
        var places = new FilePlaces();
        places.Add(new FilePlace("", "$", file));
        return places;
    }

    public FilePlace At(string pointer) => byPointer[pointer];

    /// <summary>The path of a property, whether it is there or not.</summary>
    public static string Property(string path, string name) => PlainName().IsMatch(name) ? $"{path}.{name}" : $"{path}['{name}']";

    private void Add(FilePlace place)
    {
        byPointer[place.Pointer] = place;
        all.Add(place);
        if (place.Value.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in place.Value.EnumerateObject())
            {
                var step = property.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
                Add(new FilePlace($"{place.Pointer}/{step}", Property(place.Path, property.Name), property.Value));
            }
        }
        else if (place.Value.ValueKind is JsonValueKind.Array)
        {
            var i = 0;
            foreach (var item in place.Value.EnumerateArray())
            {
                var step = i++.ToString(CultureInfo.InvariantCulture);
                Add(new FilePlace($"{place.Pointer}/{step}", $"{place.Path}[{step}]", item));
            }
        }
    }

    [GeneratedRegex(@"^[\w$-]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName();
}

internal sealed record FilePlace(string Pointer, string Path, JsonElement Value);

using System.Text.Json;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Schemes;

/// <summary>Says what a schema refuses in plain words: what would be taken, and what was found.</summary>
/// <param name="schema">Ours: properties, items and references to its own definitions are all that it is built from.</param>
internal sealed class SchemaFaults(JsonElement schema, FilePlaces places)
{
    private readonly Dictionary<string, string> byPath = new(StringComparer.Ordinal);

    /// <summary>One reason for each path; paths that the file does not have too, for what is missing.</summary>
    public IReadOnlyDictionary<string, string> ByPath => byPath;

    /// <param name="keyword">The keyword of the schema that the value breaks; empty where nothing may be.</param>
    /// <param name="inLibraryWords">For a keyword that we have no words for.</param>
    public void Add(string keyword, string pointer, string inLibraryWords)
    {
        var (path, value) = (places.At(pointer).Path, places.At(pointer).Value);
        var wanted = SchemaAt(pointer);
        switch (keyword)
        {
            case "required":
                foreach (var name in Names(wanted.GetProperty("required")).Where(name => !value.TryGetProperty(name, out _)))
                {
                    Say(FilePlaces.Property(path, name), "Missing: add it.");
                }

                break;
            case "uniqueItems":
                Repeated(path, value);
                break;
            case "":
                var parent = SchemaAt(pointer[..pointer.LastIndexOf('/')]);
                var known = parent.GetProperty("properties").EnumerateObject().Select(property => property.Name);
                var nearest = string.Join(", ", Nearest.To(pointer[(pointer.LastIndexOf('/') + 1)..], known, 3));
                Say(path, $"No such property: remove it or correct its name. Nearest: {nearest}.");
                break;
            default:
                Say(path, keyword switch
                {
                    "type" => $"Give {Type(wanted)}; found {Found(value)}.",
                    "enum" => $"Give one of {string.Join(", ", Names(wanted.GetProperty("enum")))}; found {Found(value)}.",
                    "format" => $"Give {DateText.IsoForm}; found {Found(value)}.",
                    "minimum" or "maximum" => $"Out of range: give {WholeNumber(wanted)}; found {Found(value)}.",
                    "minItems" => "The list is empty: give at least one item.",
                    "pattern" or "minLength" when string.IsNullOrWhiteSpace(value.GetString()) => "The text is empty: fill it in.",
                    "pattern" when wanted.TryGetProperty("x-pattern", out var words) => $"Give {words.GetString()}; found {Found(value)}.",
                    _ => $"{inLibraryWords}.",
                });
                break;
        }
    }

    private void Say(string path, string reason) => byPath.TryAdd(path, reason);

    private void Repeated(string path, JsonElement list)
    {
        var items = list.EnumerateArray().ToArray();
        for (var later = 1; later < items.Length; later++)
        {
            if (items.Take(later).Any(earlier => JsonElement.DeepEquals(earlier, items[later])))
            {
                Say($"{path}[{later}]", $"{Found(items[later])} is in the list already: remove it.");
            }
        }
    }

    /// <summary>The part of the schema that describes a value; undefined for one that nothing describes.</summary>
    private JsonElement SchemaAt(string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(schema, (part, step) => Resolved(Inside(Resolved(part), step)));

    private static JsonElement Inside(JsonElement part, string step) => part switch
    {
        { ValueKind: not JsonValueKind.Object } => default,
        _ when part.TryGetProperty("items", out var items) => items,
        _ when part.TryGetProperty("properties", out var properties) && properties.TryGetProperty(step, out var property) => property,
        _ when part.TryGetProperty("additionalProperties", out var others) => others,
        _ => default,
    };

    private JsonElement Resolved(JsonElement part) =>
        part.ValueKind is JsonValueKind.Object && part.TryGetProperty("$ref", out var reference)
            ? schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..])
            : part;

    private static string Type(JsonElement wanted) => wanted.GetProperty("type").GetString() switch
    {
        "integer" => WholeNumber(wanted),
        "boolean" => "true or false",
        "string" when wanted.TryGetProperty("format", out _) => DateText.IsoForm,
        "string" => "a text in quotes",
        "array" => "a list in square brackets",
        _ => "an object in braces",
    };

    private static string WholeNumber(JsonElement wanted) =>
        $"a whole number from {wanted.GetProperty("minimum").GetInt32()} to {wanted.GetProperty("maximum").GetInt32()}";

    private static IEnumerable<string> Names(JsonElement list) => list.EnumerateArray().Select(name => name.GetString()!);

    private static string Found(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };
}

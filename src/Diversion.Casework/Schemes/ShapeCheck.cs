using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Diversion.Casework.Access;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Schemes;

/// <summary>
/// Walks a JSON file along the record that it is read into: unknown and missing properties, wrong types, figures out of
/// range. The record is the only list of properties, so a new setting is checked as soon as it is added.
/// </summary>
internal static class ShapeCheck
{
    public const string SchemaProperty = "$schema";
    public const string NotesProperty = "notes";

    /// <summary>Properties for the file's readers and editors; they are not part of the record.</summary>
    private static readonly ImmutableArray<string> Annotations = [SchemaProperty, NotesProperty];

    /// <param name="record">The record, whose primary constructor names the properties.</param>
    /// <param name="annotated">Whether notes on figures are allowed beside the record's properties.</param>
    public static void Walk(JsonElement root, Type record, bool annotated, Findings findings)
    {
        Record(root, record, "$", annotated ? Annotations : [SchemaProperty], findings);
        if (root.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        if (root.TryGetProperty(SchemaProperty, out var schema))
        {
            Text(schema, $"$.{SchemaProperty}", findings);
        }

        if (annotated && root.TryGetProperty(NotesProperty, out var notes))
        {
            Notes(notes, findings);
        }
    }

    public static string PropertyName(ParameterInfo parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);

    public static ParameterInfo[] Parameters(Type record) => record.GetConstructors().Single().GetParameters();

    public static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    /// <summary>
    /// A rule's figure and list depend on its test. A setting that came after the first release has a default, so that an
    /// older file still loads.
    /// </summary>
    public static bool IsOptional(Type record, ParameterInfo parameter) =>
        parameter.HasDefaultValue
        || (record == typeof(EligibilityRule) && parameter.Name is nameof(EligibilityRule.Number) or nameof(EligibilityRule.Values));

    private static void Value(JsonElement element, Type type, string path, Findings findings)
    {
        findings.Seen(path);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(int))
        {
            Number(element, path, findings);
        }
        else if (type == typeof(bool))
        {
            YesOrNo(element, path, findings);
        }
        else if (type == typeof(string))
        {
            Text(element, path, findings);
        }
        else if (type == typeof(LocalDate))
        {
            Date(element, path, findings);
        }
        else if (type.IsEnum)
        {
            Name(element, type, path, findings);
        }
        else if (IsList(type))
        {
            List(element, type.GenericTypeArguments[0], path, findings);
        }
        else
        {
            Record(element, type, path, [], findings);
        }
    }

    private static void Record(JsonElement element, Type type, string path, ImmutableArray<string> annotations, Findings findings)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            findings.Fault(path, $"Give an object in braces; found {Found(element)}.");
            return;
        }

        var parameters = Parameters(type).ToDictionary(PropertyName);
        foreach (var property in element.EnumerateObject())
        {
            var at = $"{path}.{property.Name}";
            if (parameters.TryGetValue(property.Name, out var parameter))
            {
                Value(property.Value, parameter.ParameterType, at, findings);
            }
            else if (!annotations.Contains(property.Name))
            {
                var nearest = string.Join(", ", Nearest.To(property.Name, parameters.Keys, 3));
                findings.Fault(at, $"No such property: remove it or correct its name. Nearest: {nearest}.");
            }
        }

        foreach (var (name, parameter) in parameters)
        {
            if (!IsOptional(type, parameter) && !element.TryGetProperty(name, out _))
            {
                findings.Fault($"{path}.{name}", "Missing: add it.");
            }
        }
    }

    private static void List(JsonElement element, Type item, string path, Findings findings)
    {
        if (element.ValueKind is not JsonValueKind.Array)
        {
            findings.Fault(path, $"Give a list in square brackets; found {Found(element)}.");
            return;
        }

        if (element.GetArrayLength() == 0)
        {
            findings.Fault(path, "The list is empty: give at least one item.");
        }

        var i = 0;
        foreach (var value in element.EnumerateArray())
        {
            Value(value, item, $"{path}[{i++}]", findings);
        }
    }

    private static void Number(JsonElement element, string path, Findings findings)
    {
        var (least, most) = FigureRanges.Of(path);
        if (element.ValueKind is not JsonValueKind.Number || !element.TryGetInt32(out var number))
        {
            findings.Fault(path, $"Give a whole number from {least} to {most}; found {Found(element)}.");
        }
        else if (number < least || number > most)
        {
            findings.Fault(path, $"Out of range: give a whole number from {least} to {most}; found {number}.");
        }
        else
        {
            findings.Sound(path, number);
        }
    }

    private static void YesOrNo(JsonElement element, string path, Findings findings)
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            findings.Sound(path, element.GetBoolean());
        }
        else
        {
            findings.Fault(path, $"Give true or false; found {Found(element)}.");
        }
    }

    private static void Text(JsonElement element, string path, Findings findings)
    {
        if (element.ValueKind is not JsonValueKind.String)
        {
            findings.Fault(path, $"Give a text in quotes; found {Found(element)}.");
        }
        else if (element.GetString() is var text && string.IsNullOrWhiteSpace(text))
        {
            findings.Fault(path, "The text is empty: fill it in.");
        }
        else
        {
            findings.Sound(path, text!);
        }
    }

    private static void Date(JsonElement element, string path, Findings findings)
    {
        var date = DateText.ReadIso(element.ValueKind is JsonValueKind.String ? element.GetString() : null);
        if (date.IsRead)
        {
            findings.Sound(path, date.Value);
        }
        else
        {
            findings.Fault(path, $"Give {date.Refusal}; found {Found(element)}.");
        }
    }

    private static void Name(JsonElement element, Type type, string path, Findings findings)
    {
        var names = Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
        if (element.ValueKind is JsonValueKind.String && names.Contains(element.GetString()))
        {
            findings.Sound(path, element.GetString()!);
        }
        else
        {
            findings.Fault(path, $"Give one of {string.Join(", ", names)}; found {Found(element)}.");
        }
    }

    private static void Notes(JsonElement notes, Findings findings)
    {
        if (notes.ValueKind is not JsonValueKind.Object)
        {
            findings.Fault($"$.{NotesProperty}", $"Give an object of paths and texts; found {Found(notes)}.");
            return;
        }

        foreach (var note in notes.EnumerateObject())
        {
            var at = $"$.{NotesProperty}['{note.Name}']";
            if (!findings.Has($"$.{note.Name}"))
            {
                var nearest = Nearest.To($"$.{note.Name}", findings.Paths, 3).Select(path => path[2..]);
                findings.Fault(at, $"The note is on a figure that is not in the file: correct its path. Nearest: {string.Join(", ", nearest)}.");
            }

            Text(note.Value, at, findings);
        }
    }

    private static string Found(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => element.GetRawText(),
    };
}

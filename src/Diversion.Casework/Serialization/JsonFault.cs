using System.Text.Json;
using System.Text.RegularExpressions;

namespace Diversion.Casework.Serialization;

/// <summary>
/// What is wrong with JSON from outside, in the terms of the API: names and positions, none of our types, none of the
/// sender's values.
/// </summary>
/// <param name="Line">From 1.</param>
/// <param name="Position">In bytes of the line, from 1.</param>
public sealed partial record JsonFault(JsonFaultKind Kind, string Text, string? Path, long? Line, long? Position)
{
    /// <param name="root">The type that the JSON is read as.</param>
    public static JsonFault Of(JsonException fault, Type root)
    {
        var place = PlaceOf(fault);
        if (MissingNames().Match(fault.Message) is { Success: true } missing)
        {
            return Make(fault, JsonFaultKind.Missing, $"Missing: {missing.Groups[1].Value.TrimEnd('.').Replace("'", "", StringComparison.Ordinal)}{place}.");
        }

        if (UnmappedName().Match(fault.Message) is { Success: true } unknown)
        {
            return Make(fault, JsonFaultKind.Unknown, $"There is no property \"{unknown.Groups[1].Value}\" here{place}. Check its name; nothing was done.");
        }

        if (DuplicateName().Match(fault.Message) is { Success: true } twice)
        {
            return Make(fault, JsonFaultKind.Value, $"The property \"{twice.Groups[1].Value}\" is given twice{place}. Leave one out.");
        }

        if (fault.InnerException is JsonException || (fault.Message.Contains("LineNumber", StringComparison.Ordinal) && fault.Path is null))
        {
            return Make(fault, JsonFaultKind.Malformed, $"The body is not proper JSON{place}.{Hint(fault.Message)}");
        }

        return NullValue().IsMatch(fault.Message)
            ? Make(fault, JsonFaultKind.Value, $"The value must not be null{place}.")
            : Make(fault, JsonFaultKind.Value, $"The value cannot be read{place}.{Expected(fault, root)}");
    }

    /// <summary>The message of an exception in which a converter says what it accepts.</summary>
    internal static string Wanted(string form) => $"Expected {form};";

    private static JsonFault Make(JsonException fault, JsonFaultKind kind, string text) =>
        new(kind, text, fault.Path, fault.LineNumber + 1, fault.LineNumber is null ? null : (fault.BytePositionInLine ?? 0) + 1);

    private static string PlaceOf(JsonException fault)
    {
        var path = fault.Path is { Length: > 1 } known ? $" at {known}" : "";
        return fault.LineNumber is { } line ? $"{path} (line {line + 1}, position {(fault.BytePositionInLine ?? 0) + 1})" : path;
    }

    /// <summary>What people write by hand although JSON does not have it.</summary>
    private static string Hint(string message) => message switch
    {
        _ when message.Contains("trailing comma", StringComparison.Ordinal) => " Leave out the comma before the closing bracket.",
        _ when message.StartsWith("'/'", StringComparison.Ordinal) => " Comments are not taken.",
        _ when message.StartsWith("'''", StringComparison.Ordinal) => " Put texts and names in double quotes.",
        _ when message.Contains("Expected end of string", StringComparison.Ordinal) || message.Contains("reached end of data", StringComparison.Ordinal)
            || message.Contains("Expected depth to be zero", StringComparison.Ordinal) => " It ends too soon.",
        _ => "",
    };

    /// <summary>Our own readers say what they accept; otherwise the type at the path says it.</summary>
    private static string Expected(JsonException fault, Type root)
    {
        if (WantedForm().Match(fault.Message) is { Success: true } wanted)
        {
            return $" Expected {wanted.Groups[1].Value}.";
        }

        var type = fault.Path is { } path ? TypeAt(path, root) : null;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            { IsEnum: true } => $" Expected one of: {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))}.",
            _ when type == typeof(int) => " Expected a whole number.",
            _ when type == typeof(decimal) => " Expected a number.",
            _ when type == typeof(bool) => " Expected true or false.",
            _ when type == typeof(string) => " Expected a text.",
            { IsGenericType: true } => " Expected a list.",
            _ => "",
        };
    }

    private static Type? TypeAt(string path, Type root)
    {
        var type = root;
        foreach (Match step in Step().Matches(path))
        {
            var name = step.Groups[1].Value;
            type = Nullable.GetUnderlyingType(type) ?? type;
            var next = name.Length == 0
                ? type.IsGenericType ? type.GetGenericArguments()[0] : null
                : RequestJson.Options.GetTypeInfo(type).Properties.FirstOrDefault(property => property.Name == name)?.PropertyType;
            if (next is null)
            {
                return null;
            }

            type = next;
        }

        return type;
    }

    [GeneratedRegex("missing required properties including: (?<names>[^.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingNames();

    [GeneratedRegex("The JSON property '(?<name>[^']{1,100})' could not be mapped", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnmappedName();

    [GeneratedRegex("[Dd]uplicate property '(?<name>[^']{1,100})'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DuplicateName();

    [GeneratedRegex("doesn't allow setting null|null value", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NullValue();

    [GeneratedRegex("^Expected (?<form>[^;]+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WantedForm();

    [GeneratedRegex(@"\.(?<name>\w+)|\[[0-9]+\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();
}

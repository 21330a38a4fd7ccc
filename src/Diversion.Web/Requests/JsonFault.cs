using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Requests;

/// <summary>Says what is wrong with JSON in words of the API: names and places, no types of ours, none of the caller's values.</summary>
internal static partial class JsonFault
{
    public static Problem Explain(JsonException fault, Type root)
    {
        var place = Place(fault);
        if (Missing().Match(fault.Message) is { Success: true } missing)
        {
            return Of(fault, WebProblem.PropertyMissing, $"Missing: {missing.Groups[1].Value.TrimEnd('.').Replace("'", "", StringComparison.Ordinal)}{place}.");
        }

        if (Unmapped().Match(fault.Message) is { Success: true } unknown)
        {
            return Of(fault, WebProblem.PropertyUnknown, $"There is no property \"{unknown.Groups[1].Value}\" here{place}. Check its name; nothing was done.");
        }

        if (Duplicate().Match(fault.Message) is { Success: true } twice)
        {
            return Of(fault, WebProblem.ValueMalformed, $"The property \"{twice.Groups[1].Value}\" is given twice{place}.");
        }

        if (fault.InnerException is JsonException || fault.Message.Contains("LineNumber", StringComparison.Ordinal) && fault.Path is null)
        {
            return Of(fault, WebProblem.JsonMalformed, $"The body is not proper JSON{place}.");
        }

        if (Null().IsMatch(fault.Message))
        {
            return Of(fault, WebProblem.ValueMalformed, $"The value must not be null{place}.");
        }

        return Of(fault, WebProblem.ValueMalformed, $"The value cannot be read{place}.{Expected(fault, root)}");
    }

    private static Problem Of(JsonException fault, string code, string detail)
    {
        List<(string, object)> also = [];
        if (fault.Path is { } path)
        {
            also.Add(("path", path));
        }

        if (fault.LineNumber is { } line)
        {
            also.Add(("line", line + 1));
            also.Add(("position", (fault.BytePositionInLine ?? 0) + 1));
        }

        return Problems.Of(StatusCodes.Status400BadRequest, code, detail, [.. also]);
    }

    private static string Place(JsonException fault)
    {
        var path = fault.Path is { Length: > 1 } known ? $" at {known}" : "";
        return fault.LineNumber is { } line ? $"{path} (line {line + 1}, position {(fault.BytePositionInLine ?? 0) + 1})" : path;
    }

    /// <summary>Our own readers say what they want; of all else the type at the path does.</summary>
    private static string Expected(JsonException fault, Type root)
    {
        if (Wanted().Match(fault.Message) is { Success: true } wanted)
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
                : ApiJson.Options.GetTypeInfo(type).Properties.FirstOrDefault(property => property.Name == name)?.PropertyType;
            if (next is null)
            {
                return null;
            }

            type = next;
        }

        return type;
    }

    [GeneratedRegex("missing required properties including: (?<names>[^.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex("The JSON property '(?<name>[^']{1,100})' could not be mapped", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unmapped();

    [GeneratedRegex("[Dd]uplicate property '(?<name>[^']{1,100})'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Duplicate();

    [GeneratedRegex("doesn't allow setting null|null value", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Null();

    [GeneratedRegex("^Expected (?<form>[^;]+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wanted();

    [GeneratedRegex(@"\.(?<name>\w+)|\[[0-9]+\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();
}

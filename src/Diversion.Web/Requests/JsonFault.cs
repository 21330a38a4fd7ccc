using System.Text.Json;
using System.Text.RegularExpressions;
using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Requests;

/// <summary>Says what is wrong with JSON in words of the API: names and places, no types of ours, none of the caller's values.</summary>
internal static partial class JsonFault
{
    public static Problem Explain(JsonException fault)
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

        return Of(fault, WebProblem.ValueMalformed, $"The value cannot be read{place}.{Expected(fault.Message)}");
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

    /// <summary>Our own readers say what they want; of an enum the names that there are.</summary>
    private static string Expected(string message)
    {
        if (Wanted().Match(message) is { Success: true } wanted)
        {
            return $" Expected {wanted.Groups[1].Value}.";
        }

        if (Converted().Match(message) is { Success: true } converted
            && typeof(AgreementState).Assembly.GetType(converted.Groups[1].Value.TrimEnd('.')) is { IsEnum: true } known)
        {
            return $" Expected one of: {string.Join(", ", Enum.GetNames(known).Select(JsonNamingPolicy.CamelCase.ConvertName))}.";
        }

        return message.Contains("Int32", StringComparison.Ordinal) ? " Expected a whole number."
            : message.Contains("Boolean", StringComparison.Ordinal) ? " Expected true or false."
            : message.Contains("System.String", StringComparison.Ordinal) ? " Expected a text."
            : "";
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

    [GeneratedRegex(@"could not be converted to (System\.Nullable`1\[)?(?<type>[A-Za-z0-9_.+]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Converted();
}

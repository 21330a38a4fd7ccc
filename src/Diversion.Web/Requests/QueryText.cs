using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Web.Requests;

/// <summary>Reads parameters of an address; keeps the first fault.</summary>
internal sealed class QueryText
{
    private const int LongestText = 200;

    public Problem? Fault { get; private set; }

    public LocalDate? Day(string name, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1900 and <= 2200 } day })
        {
            return day;
        }

        Refuse(name, "a date such as 2026-03-05");
        return null;
    }

    public TEnum? OneOf<TEnum>(string name, string? text) where TEnum : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > 0 && char.IsAsciiLetterLower(text[0]) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && !text.Contains(',', StringComparison.Ordinal))
        {
            return value;
        }

        var names = Enum.GetNames<TEnum>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName);
        Refuse(name, $"one of {string.Join(", ", names)}");
        return null;
    }

    public int Number(string name, string? text, int otherwise, int least, int most)
    {
        if (text is null)
        {
            return otherwise;
        }

        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, $"a number from {least} to {most}");
        return otherwise;
    }

    /// <summary>A name to look for: what could not have been stored is not looked for.</summary>
    public string? Text(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length <= LongestText && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c)))
        {
            return text;
        }

        Refuse(name, $"a text of at most {LongestText} plain characters");
        return null;
    }

    private void Refuse(string name, string expected) => Fault ??= Problems.Of(
        StatusCodes.Status400BadRequest, WebProblem.QueryInvalid, $"The parameter {name} is {expected}.", ("parameter", name));
}

using Diversion.Domain.Reading;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Diversion.Web.Requests;

/// <summary>Reads the parameters of an address; keeps the first error.</summary>
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

        if (DateText.ReadIso(text) is { IsRead: true, Value: { Year: >= DateText.EarliestYear and <= DateText.LatestYear } day })
        {
            return day;
        }

        Refuse(name, DateText.IsoForm);
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

        if (NumberText.Whole(text) is { IsRead: true, Value: var number } && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, $"a number from {least} to {most}");
        return otherwise;
    }

    /// <summary>A name to look for: a name that could not have been stored is not looked for.</summary>
    public string? Text(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var clean = PlainText.Clean(text, lines: false);
        if (clean.Length <= LongestText && !text.Any(char.IsControl) && !text.Any(char.IsSurrogate))
        {
            return clean.Length == 0 ? null : clean;
        }

        Refuse(name, $"a text of at most {LongestText} plain characters");
        return null;
    }

    private void Refuse(string name, string expected) => Fault ??= Problems.Of(
        StatusCodes.Status400BadRequest, WebProblem.QueryInvalid, $"The parameter {name} is {expected}.", ("parameter", name));
}

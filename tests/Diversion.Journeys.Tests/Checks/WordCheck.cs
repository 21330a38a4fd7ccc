using System.Text.RegularExpressions;
using Diversion.Casework.Access;
using Diversion.Domain.Agreements;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Checks;

/// <summary>Whether the text of a page is for people: none of the program's own names appears.</summary>
internal static partial class WordCheck
{
    /// <summary>Surnames and one word that look like a type's name.</summary>
    [GeneratedRegex(@"\bJavaScript\b|\b(?:Mc|Mac|O’|O')[A-Z]\w+", RegexOptions.None, 30_000)]
    private static partial Regex Innocent();

    [GeneratedRegex(@"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b", RegexOptions.None, 30_000)]
    private static partial Regex EnumLike();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?\b", RegexOptions.None, 30_000)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\b[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\b", RegexOptions.IgnoreCase, 30_000)]
    private static partial Regex Guid();

    /// <summary>An email address may appear.</summary>
    [GeneratedRegex(@"\b(?:demo|sim)-[a-z]+-\d+\b(?!@)", RegexOptions.None, 30_000)]
    private static partial Regex StaffId();

    [GeneratedRegex(@"\bP(?:\d+[YMWD])+\b|\bPT\d+[HMS]\b", RegexOptions.None, 30_000)]
    private static partial Regex IsoPeriod();

    [GeneratedRegex(@"\{\d*\}|\bnull\b|\bundefined\b|\bNaN\b|System\.", RegexOptions.None, 30_000)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"\b(?:True|False)\b|\b[a-z]+(?:[A-Z][a-z]+)+\b|\b[a-z]+_[a-z]+\b", RegexOptions.None, 30_000)]
    private static partial Regex Value();

    /// <summary>"1 days", "a evidence", two full stops or spaces before one, an empty pair of brackets.</summary>
    [GeneratedRegex(@"(?<![\d.,]|\d, )1 (?:working )?(?:days|weeks|months|hours|minutes|people|cases|items|things|sessions|meetings|agreements|results|looks|warnings|messages)\b|\b[Aa] [aeio][a-z]+|\b[Aa]n [bcdfgjklmnpqrstvwxz][a-z]+|(?<!\.)\.\.(?!\.)|\w [.,;](?=\s|$)|,\s*,|\(\s*\)", RegexOptions.None, 30_000)]
    private static partial Regex Slip();

    /// <summary>Names of commands that are not English words; "add-note" on a page is a mistake.</summary>
    private static readonly Regex CommandName = new(
        $@"(?<![\w/-])(?:{string.Join('|', CommandCatalogue.All.Select(entry => entry.Name).Where(name => name.Contains('-', StringComparison.Ordinal)))})(?![\w-])",
        RegexOptions.Compiled,
        TimeSpan.FromSeconds(30));

    /// <summary>What the page shows and what a screen reader reads, but for code: the names of a file's columns, a command.</summary>
    public static async Task<IReadOnlyList<string>> Of(IPage page)
    {
        var shown = await page.EvaluateAsync<string>(
            """
            () => [document.title, [...document.querySelectorAll("code")].map((code) => code.innerText).sort((one, other) => other.length - one.length).reduce((text, code) => text.replaceAll(code, "code"), document.body.innerText), ...[...document.querySelectorAll("[aria-label], [title], [placeholder]")]
              .map((element) => element.ariaLabel ?? element.title ?? element.placeholder)].join("\n")
            """);
        return Of(shown);
    }

    public static IReadOnlyList<string> Of(string text)
    {
        var plain = Innocent().Replace(text, "Word");
        return
        [
            .. Found("an enum", EnumLike(), plain),
            .. Found("an ISO date", IsoDate(), plain),
            .. Found("an ISO period", IsoPeriod(), plain),
            .. Found("a GUID", Guid(), plain),
            .. Found("the id of a person", StaffId(), plain),
            .. Found("a leftover", Leftover(), plain),
            .. Found("a value of the program", Value(), plain),
            .. Found("a slip of grammar", Slip(), plain),
            .. Found("the name of a command", CommandName, plain),
        ];
    }

    private static IEnumerable<string> Found(string what, Regex pattern, string text) => pattern.Matches(text)
        .Select(match => $"{what}: …{text[Math.Max(0, match.Index - 30)..Math.Min(text.Length, match.Index + match.Length + 30)].ReplaceLineEndings(" ")}…")
        .Distinct(StringComparer.Ordinal);
}

using Diversion.Casework.ReadModels;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Queries;

/// <summary>What somebody typed to find a person: a reference, a date of birth, or parts of a name.</summary>
/// <param name="Words">Of the name, folded; each is the beginning of a part.</param>
public sealed record SearchTerms(string? Reference, LocalDate? BornOn, IReadOnlyList<string> Words)
{
    private const int Longest = 200;

    private static readonly LocalDatePattern[] Dates =
    [
        .. new[] { "d/M/uuuu", "d M uuuu", "d.M.uuuu", "d-M-uuuu", "uuuu-MM-dd", "d MMMM uuuu", "d MMM uuuu" }
            .Select(LocalDatePattern.CreateWithInvariantCulture),
    ];

    /// <returns>Null when there is nothing in it to search for.</returns>
    public static SearchTerms? Read(string? typed)
    {
        var text = typed?.Trim();
        if (text is not { Length: > 0 and <= Longest })
        {
            return null;
        }

        if (Referenced(text) is { } reference)
        {
            return new SearchTerms(reference, null, []);
        }

        foreach (var pattern in Dates)
        {
            if (pattern.Parse(text) is { Success: true, Value: var day })
            {
                return new SearchTerms(null, day, []);
            }
        }

        return FoldedName.Words(text) is { Count: > 0 } words ? new SearchTerms(null, null, words) : null;
    }

    /// <summary>Read out over the telephone, a reference comes without hyphens and in any case.</summary>
    private static string? Referenced(string text)
    {
        var letters = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (letters is not { Length: 12 } || !letters.StartsWith("DV", StringComparison.Ordinal))
        {
            return null;
        }

        var reference = $"DV-{letters[2..7]}-{letters[7..]}";
        return AgreementIds.IsWellFormed(reference) ? reference : null;
    }
}

using Diversion.Casework.Record;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using NodaTime;

namespace Diversion.Casework.Search;

/// <summary>What somebody typed to find a person: a reference, a date of birth, a PNC id, a telephone number, a crime number, or parts of a name.</summary>
/// <param name="Words">Words of the name, folded; each is the beginning of a part.</param>
public sealed record SearchTerms(string? Reference, LocalDate? BornOn, IReadOnlyList<string> Words)
{
    /// <summary>Set if it may be a PNC id, as it is stored.</summary>
    public string? Pnc { get; init; }

    /// <summary>Set if it may be a telephone number, see <see cref="Telephone.Plain"/>.</summary>
    public string? Phone { get; init; }

    /// <summary>Set if it may be a crime number: something with a digit. Letters and digits alone.</summary>
    public string? Crime { get; init; }

    private const int Longest = 200;

    /// <param name="today">A PNC id with a year of two digits is never of the future.</param>
    /// <returns>Null when there is nothing to search for.</returns>
    public static SearchTerms? Read(string? typed, LocalDate today)
    {
        var text = typed?.Trim();
        if (text is not { Length: > 0 and <= Longest })
        {
            return null;
        }

        if (AgreementIds.Read(text) is { } reference)
        {
            return new SearchTerms(reference.Value, null, []);
        }

        if (DateText.Read(text) is { IsRead: true, Value: var day })
        {
            return new SearchTerms(null, day, []);
        }

        return FoldedName.Words(text) is { Count: > 0 } words
            ? new SearchTerms(null, null, words)
            {
                Pnc = PncId.Read(text, today),
                Phone = Telephone.Plain(text),
                Crime = text.Any(char.IsAsciiDigit) ? IdentityKeys.Plain(text) : null,
            }
            : null;
    }
}

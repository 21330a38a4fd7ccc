using System.Text.RegularExpressions;

namespace Diversion.Domain.Nominations;

/// <summary>
/// Finds what must not reach the public: it only warns, and warns too often rather than too seldom. Nothing is let out without a
/// moderator, with or without a sign.
/// </summary>
public static partial class NominationSigns
{
    private const int Patience = 1_000;

    public static ImmutableArray<NominationSign> In(NominationText text)
    {
        var all = $"{text.Area}\n{text.Place}\n{text.Work}";
        return
        [
            .. new (NominationSign Sign, Regex Pattern)[]
            {
                (NominationSign.Markup, Markup()), (NominationSign.Link, Link()), (NominationSign.EmailAddress, Email()), (NominationSign.TelephoneNumber, Telephone()), (NominationSign.PerhapsName, Name()),
            }.Where(one => one.Pattern.IsMatch(all)).Select(one => one.Sign),
        ];
    }

    [GeneratedRegex(@"[<>]|&#|javascript\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Markup();

    [GeneratedRegex(@"https?:|www\.|\b[a-z0-9-]+\.(?:com|org|net|uk|info|io|co)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Link();

    [GeneratedRegex(@"\S@\S|\bat\b\s+\S+\s+\bdot\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Email();

    /// <summary>Eight digits or more with what people write between them.</summary>
    [GeneratedRegex(@"(?:\p{Nd}[\s().+/-]*){8,}", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Telephone();

    /// <summary>A title and a word, or two words with a capital after one another, which is a street as often.</summary>
    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.?\s*\p{L}+|\b\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Name();
}

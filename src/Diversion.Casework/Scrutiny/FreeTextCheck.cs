using System.Text;
using System.Text.RegularExpressions;
using Diversion.Casework.Search;
using Diversion.Domain.Reading;

namespace Diversion.Casework.Scrutiny;

/// <summary>
/// Takes out of free text whatever could tell who is in a case: the names of everybody in it, whatever is recorded of them
/// to find them by, and what looks like a number, an address or a name of somebody else. It rather takes out a word too many
/// than leaves one too few: a name that is also a word ("Mark", "Rose") goes wherever it stands.
/// </summary>
internal sealed partial class FreeTextCheck
{
    public const string Name = "[name]";
    public const string Removed = "[removed]";
    public const string Withheld = "[This text could not be checked for names, so it is not shown.]";

    private const int ShortestName = 2;
    private const int ShortestPlace = 4;
    private const int Milliseconds = 1000;

    /// <summary>Words beside a name that tell nothing, and without which no text could be read.</summary>
    private static readonly HashSet<string> BesideNames = new(StringComparer.Ordinal)
    {
        "the", "and", "of", "for", "to", "in", "at", "on", "by", "or", "no", "not", "an", "as", "is", "it", "my", "we", "he", "me", "us", "be", "do", "so", "up", "if", "via", "with", "from", "their", "them", "they", "his", "her", "she", "who", "was",
        "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "pc", "dc", "ps", "ds", "di", "sgt", "sergeant", "inspector", "constable", "officer", "police", "probation", "lead", "team", "manager", "worker", "key", "facilitator", "provider", "service", "services", "limited", "ltd", "plc",
        "mother", "father", "sister", "brother", "son", "daughter", "uncle", "aunt", "guardian", "victim", "solicitor", "yes", "none", "known", "person", "child", "business",
    };

    /// <summary>The same in an address or a way to reach somebody. Many of them are surnames, too.</summary>
    private static readonly HashSet<string> InPlaces = new(StringComparer.Ordinal)
    {
        "road", "street", "lane", "avenue", "close", "drive", "court", "crescent", "terrace", "place", "house", "flat", "floor", "unit", "office", "centre", "county", "city", "town", "station", "council", "trust", "shop", "store", "high", "medium", "north", "south", "east", "west",
        "call", "phone", "email", "text", "letter", "mobile", "home", "work", "morning", "mornings", "evening", "evenings", "after", "before", "only", "please", "contact", "parent", "partner", "friend", "owner",
    };

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly string[] phrases;

    public FreeTextCheck(IEnumerable<string> people, IEnumerable<string> identifiers)
    {
        var wholes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var words in people.SelectMany(person => person.Split('\n')).Select(FoldedName.Words))
        {
            names.UnionWith(words.Where(word => word.Length >= ShortestName && !BesideNames.Contains(word)));
            if (words.Count > 1)
            {
                // Written together: "JohnSmith", or two of three names.
                for (var from = 0; from < words.Count - 1; from++)
                {
                    names.UnionWith(Enumerable.Range(2, words.Count - from - 1).Select(count => string.Concat(words.Skip(from).Take(count))));
                }

                names.Add(string.Concat(words.Reverse()));
                wholes.Add(string.Join(' ', words));
            }
        }

        foreach (var identifier in identifiers.Select(Plain))
        {
            names.UnionWith(FoldedName.Words(identifier).Where(word => word.Length >= ShortestPlace && !BesideNames.Contains(word) && !InPlaces.Contains(word)));
            if (identifier.Trim() is { Length: >= 3 } whole && (whole.Any(char.IsAsciiDigit) || (whole.Length >= 5 && whole.Contains(' ', StringComparison.Ordinal))))
            {
                wholes.Add(whole);
            }
        }

        names.RemoveWhere(word => word.Length < ShortestName);
        phrases = [.. wholes.OrderByDescending(whole => whole.Length)];
    }

    public string Clean(string text)
    {
        try
        {
            var plain = Plain(text);
            foreach (var phrase in phrases)
            {
                plain = plain.Replace(phrase, Removed, StringComparison.OrdinalIgnoreCase);
            }

            foreach (var looks in (Regex[])[Email(), Link(), DayInFigures(), DayInWords(), Numbers(), PostCode(), House(), Telephone()])
            {
                plain = looks.Replace(plain, Removed);
            }

            plain = Spelt().Replace(plain, one => IsName(string.Concat(one.Value.Where(char.IsLetterOrDigit))) ? Name : one.Value);
            plain = Titled().Replace(plain, one => $"{one.Groups["title"].Value} {Name}");
            return Word().Replace(plain, one => Judge(one.Value));
        }
        catch (RegexMatchTimeoutException)
        {
            return Withheld;
        }
    }

    /// <summary>Without what cannot be seen, and with digits, dashes and letters of every kind in their plain form.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (!Characters.IsInvisible(c))
            {
                plain.Append(c is '\n' ? c : Characters.Fold(c));
            }
        }

        return plain.ToString();
    }

    private string Judge(string word)
    {
        if (word is "name" or "removed")
        {
            return word;
        }

        // Letters of two scripts in one word are there to look like another word.
        var latin = word.Any(c => char.IsAsciiLetter(c));
        if (latin && word.Any(c => c is >= '\u0370' and <= '\u052F'))
        {
            return Name;
        }

        var digits = word.Count(char.IsAsciiDigit);
        if (digits >= 5 || (digits >= 2 && latin && !Ordinal().IsMatch(word)))
        {
            return Removed;
        }

        // "JohnSmith" is two words.
        return IsName(word) || word.Split('\'', '’', '-', '_').Any(IsName) || Humps().Split(word).Any(IsName) ? Name : word;
    }

    private bool IsName(string word)
    {
        var folded = string.Concat(FoldedName.Words(word));
        return names.Contains(folded) || (folded.Length > ShortestName && folded[^1] == 's' && names.Contains(folded[..^1]));
    }

    [GeneratedRegex(@"[^\s@<>]+@[^\s@<>]+", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?:https?://|www\.)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Link();

    /// <summary>Numbers of the police: PNC id, CRO number, and whatever else has strokes between digits and a letter at its end.</summary>
    [GeneratedRegex(@"\b(?:SF\s?)?\d{1,6}\s?/\s?\d{1,8}\s?[A-Za-z]?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex PostCode();

    [GeneratedRegex(@"\b\d+[a-z]?,?\s+(?:[\p{L}'’-]+\s+){1,3}(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|court|crescent|terrace|gardens|place|way|grove|square|row|hill|walk|mews)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex House();

    [GeneratedRegex(@"\+?\(?\d(?:[\s().-]{0,2}\d){8,14}", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex DayInFigures();

    [GeneratedRegex(@"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{2,4}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex DayInWords();

    /// <summary>"S m i t h", "S.M.I.T.H.".</summary>
    [GeneratedRegex(@"\b\p{L}(?:[ .·_*-]{1,2}\p{L}\b){2,}", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Spelt();

    /// <summary>Somebody of whom the record says nothing else: "Mrs Grey", "PC 1234 Blue".</summary>
    [GeneratedRegex(@"\b(?<title>Mr|Mrs|Ms|Miss|Mx|Dr|Rev|PC|DC|PS|DS|DI|Sgt|Sergeant|Insp|Inspector|Constable)\b\.?\s+(?:\d+\s+)?\p{L}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]+)?", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Titled();

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}'’_-]+", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\d+(?:st|nd|rd|th|am|pm|m|km|h|kg|g)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex Humps();
}

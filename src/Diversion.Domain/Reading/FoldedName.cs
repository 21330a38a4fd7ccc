using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Diversion.Domain.Reading;

/// <summary>
/// Names as they are searched: without case, accents and apostrophes, split into words. Stored in keys, so a change needs a
/// rebuild. For that reason the letters are listed here and do not depend on the machine's language data.
/// </summary>
public static class FoldedName
{
    private const int LongestWord = 64;
    private const int MostWords = 12;

    private static readonly FrozenDictionary<char, string> Plain = new (string Plain, string Letters)[]
    {
        ("a", "àáâãäåāăąạảấầẩẫậắằẳẵặ"),
        ("ae", "æ"),
        ("c", "çćĉċč"),
        ("d", "ďđð"),
        ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįıİỉị"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľŀł"),
        ("n", "ñńņňŋ"),
        ("o", "òóôõöøōŏőọỏốồổỗộơớờởỡợ"),
        ("oe", "œ"),
        ("r", "ŕŗř"),
        ("s", "śŝşšș"),
        ("ss", "ß"),
        ("t", "ţťŧț"),
        ("th", "þ"),
        ("u", "ùúûüũūŭůűųụủưứừửữự"),
        ("w", "ŵẁẃẅ"),
        ("y", "ýÿŷỳỵỷỹ"),
        ("z", "źżž"),
    }.SelectMany(row => row.Letters.Select(letter => (letter, row.Plain))).ToFrozenDictionary(pair => pair.letter, pair => pair.Plain);

    /// <returns>Distinct words in their order; none when the text has no letter or digit.</returns>
    public static IReadOnlyList<string> Words(string text) => [.. All(text).Distinct(StringComparer.Ordinal).Take(MostWords)];

    /// <summary>Every word of a longer text, with one blank between two.</summary>
    public static string Text(string text) => string.Join(' ', All(text));

    private static IEnumerable<string> All(string text)
    {
        var word = new StringBuilder(16);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsLetterOrDigit(c))
            {
                var small = char.ToLowerInvariant(c);
                _ = Plain.TryGetValue(small, out var plain) ? word.Append(plain) : word.Append(small);
            }
            else if (c is not ('\'' or '’' or '‘' or '`') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && !Characters.IsInvisible(c) && word.Length > 0)
            {
                yield return Ended(word);
            }
        }

        if (word.Length > 0)
        {
            yield return Ended(word);
        }
    }

    private static string Ended(StringBuilder word)
    {
        var text = word.Length > LongestWord ? word.ToString(0, LongestWord) : word.ToString();
        word.Clear();
        return text;
    }
}
